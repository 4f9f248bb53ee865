using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.Problems;

/// <summary>The line of a problem that nothing threw: no such path, method or media type.</summary>
internal static class ProblemLines
{
    public static void Add(ProblemDetailsContext context)
    {
        var (request, problem) = (context.HttpContext.Request, context.ProblemDetails);
        problem.Detail ??= context.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "there is nothing at this address; /openapi/v1.json lists what there is",
            StatusCodes.Status405MethodNotAllowed => $"{request.Method} is not for this address; the header Allow says what is",
            StatusCodes.Status415UnsupportedMediaType => "the body is not said to be JSON; send the header Content-Type: application/json",
            _ => null,
        };
    }
}
