using BriefingBot.Channels.Bots;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.Admissions;

/// <summary>As whom a request was let in.</summary>
/// <param name="Key">The name of its API key; null if it has none.</param>
/// <param name="IsPage">Whether it is the web page's own.</param>
/// <param name="IsWidget">Whether it is the widget's, on a page of a site that may have it.</param>
internal sealed record Admitted(string? Key = null, bool IsPage = false, bool IsWidget = false);

internal static class CallerOfRequest
{
    /// <summary>Who asks.</summary>
    /// <param name="http">A request that was let in.</param>
    /// <param name="door">The endpoint's; the page's own requests come through the door <c>web</c>, the widget's through <c>widget</c>.</param>
    public static Caller Caller(this HttpContext http, string door) => http.Features.Get<Admitted>() switch
    {
        { Key: { } key } => new Caller(door, $"key:{key}"),
        { IsPage: true } => new Caller("web"),
        { IsWidget: true } => new Caller("widget"),
        _ => new Caller(door),
    };
}
