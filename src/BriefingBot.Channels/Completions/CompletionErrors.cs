using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Completions;

/// <summary>Errors in the shape that OpenAI's clients read: <c>{"error":{"message","type","param","code"}}</c>. Whatever fails under <c>/v1</c> is told so.</summary>
internal sealed class CompletionErrors(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    private const string Path = "/v1";

    public static IResult Result(CompletionException wrong) =>
        Results.Json(Shape(wrong.Message, wrong.Status, wrong.Parameter, wrong.Code), statusCode: wrong.Status);

    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        options.Value.CustomizeProblemDetails?.Invoke(context);
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        return new ValueTask(context.HttpContext.Response.WriteAsJsonAsync(Shape(problem.Detail ?? problem.Title ?? "this cannot be served", status, null, null), context.HttpContext.RequestAborted));
    }

    /// <summary>The same inside a stream.</summary>
    public static void Write(Utf8JsonWriter json, string message, int status) => JsonSerializer.Serialize(json, Shape(message, status, null, null));

    private static object Shape(string message, int status, string? param, string? code) => new { error = new { message, type = TypeOf(status), param, code } };

    private static string TypeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status403Forbidden => "permission_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        >= StatusCodes.Status500InternalServerError => "server_error",
        _ => "invalid_request_error",
    };
}
