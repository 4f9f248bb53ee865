using BriefingBot.Channels.Admissions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Channels.DirectLine;

/// <summary>Tells browsers which pages may read what <c>/v3/directline</c> answers: those of the configured sites, and our own.</summary>
internal sealed class DirectLineOrigins(IOptions<DirectLineOptions> options) : IMiddleware
{
    private const string Methods = "GET, POST";
    private const string Headers = "authorization, content-type, x-ms-bot-agent, x-requested-with";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!options.Value.IsOn || !context.Request.Path.StartsWithSegments(DirectLineEndpoints.Path, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        context.Response.Headers.Vary = HeaderNames.Origin;
        var isAdmitted = IsAdmitted(context.Request);
        if (isAdmitted && context.Request.Headers.Origin is [{ } origin])
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.AccessControlExposeHeaders = HeaderNames.RetryAfter;
        }

        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = isAdmitted ? StatusCodes.Status204NoContent : StatusCodes.Status403Forbidden;
        if (isAdmitted)
        {
            context.Response.Headers.AccessControlAllowMethods = Methods;
            context.Response.Headers.AccessControlAllowHeaders = Headers;
            context.Response.Headers.AccessControlMaxAge = "600";
        }
    }

    /// <summary>Whether a request comes from one of the pages, or from no page at all.</summary>
    public bool IsAdmitted(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] => options.Value.Origins.Contains(origin, StringComparer.Ordinal) || !request.IsCrossOrigin(),
        _ => false,
    };

    /// <summary>Whether the page that sends a request is one that a ticket is good for.</summary>
    public bool IsFor(DirectLineTicket ticket, HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] => IsAdmitted(request) && (ticket.Origins.Count == 0 || ticket.Origins.Contains(origin, StringComparer.Ordinal)),
        _ => false,
    };
}
