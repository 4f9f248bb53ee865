using BriefingBot.Channels.Keys;
using BriefingBot.Channels.Traces;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Channels.Admissions;

/// <summary>
/// Lets requests in: with an API key; from this machine while there is none; the web page's own from this machine, or from anywhere where that is wished.
/// Endpoints that know their callers by other means say so by <c>AllowAnonymous</c>.
/// </summary>
internal sealed class Gate(KeyRing keys, IOptions<WebOptions> web, IWebHostEnvironment environment) : IMiddleware
{
    private static readonly PathString[] Calls = ["/api", "/v1", "/mcp"];

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || context.Features.Get<Admitted>() is not null)
            return next(context);
        if (Judge(context, out var refusal) is not { } admitted)
            return refusal.ExecuteAsync(context);

        context.Features.Set(admitted);
        return next(context);
    }

    private Admitted? Judge(HttpContext http, out IResult refusal)
    {
        refusal = Results.Empty;
        var hasKeys = keys.Keys.Count > 0;
        if (hasKeys && SecretOf(http.Request) is { } secret)
        {
            if (keys.Find(secret) is { } key)
                return new Admitted(key.Name);
            refusal = Unauthorized(http, "this key is not known here; send Authorization: Bearer KEY with one that \"briefingbot keys add NAME\" printed");
            return null;
        }

        var isCall = Calls.Any(call => http.Request.Path.StartsWithSegments(call, StringComparison.OrdinalIgnoreCase));
        if (isCall && http.Request.IsCrossOrigin())
        {
            refusal = Forbidden("a page from elsewhere may not call this server without a key");
            return null;
        }

        var isPage = !isCall || (http.Request.IsSameOrigin() && http.Request.Path.StartsWithSegments(Calls[0], StringComparison.OrdinalIgnoreCase));
        if (isPage ? http.IsLocal() || web.Value.Public || IsOpen(hasKeys) : !hasKeys && (http.IsLocal() || IsOpen(hasKeys)))
            return new Admitted(IsPage: isPage);

        refusal = hasKeys
            ? Unauthorized(http, "send Authorization: Bearer KEY with a key that \"briefingbot keys add NAME\" printed")
            : Forbidden("without an API key this server answers its own machine only; make one there: briefingbot keys add NAME");
        return null;
    }

    private bool IsOpen(bool hasKeys) => !hasKeys && environment.IsDevelopment();

    private static string? SecretOf(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        return request.Headers.Authorization is [{ } given] && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? given[Scheme.Length..].Trim() : null;
    }

    private static IResult Unauthorized(HttpContext http, string detail)
    {
        RefusalMeter.Count("key");
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Results.Problem(detail, statusCode: StatusCodes.Status401Unauthorized, title: "An API key is needed");
    }

    private static IResult Forbidden(string detail)
    {
        RefusalMeter.Count("elsewhere");
        return Results.Problem(detail, statusCode: StatusCodes.Status403Forbidden, title: "Not from here");
    }
}
