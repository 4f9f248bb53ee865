using BriefingBot.Channels.Admissions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Channels.Widgets;

/// <summary>Lets the widget on the pages of the configured sites in, and tells their browsers so (CORS). Anybody else's page gets no such word, and the gate's refusal.</summary>
internal sealed class WidgetOrigins(IOptions<WidgetOptions> options) : IMiddleware
{
    private static readonly PathString[] Used = ["/api/ask", "/api/feedback", "/api/conversations", "/assets"];
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];
    private static readonly string[] Headers = ["content-type", "accept", "authorization"];

    private readonly HashSet<string> _origins = new(options.Value.Origins, StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!Used.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            return next(context);

        // No cache gives one site what another got.
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        if (!context.Request.IsCrossOrigin() || context.Request.Headers.Origin is not [{ } origin] || !_origins.Contains(origin))
            return next(context);

        context.Response.Headers.AccessControlAllowOrigin = origin;
        if (HttpMethods.IsOptions(context.Request.Method))
            return AnswerPreflight(context);

        context.Response.Headers.AccessControlExposeHeaders = HeaderNames.RetryAfter;
        if (context.Request.Headers.Authorization.Count == 0)
            context.Features.Set(new Admitted(IsWidget: true));
        return next(context);
    }

    private static Task AnswerPreflight(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowMethods = string.Join(", ", Methods);
        http.Response.Headers.AccessControlAllowHeaders = string.Join(", ", Headers);
        http.Response.Headers.AccessControlMaxAge = "600";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
