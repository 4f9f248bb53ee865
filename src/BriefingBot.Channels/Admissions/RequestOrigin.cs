using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Channels.Admissions;

/// <summary>Where a request comes from, as far as that can be known.</summary>
internal static class RequestOrigin
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Real-IP", HeaderNames.Via];

    /// <summary>Whether it comes from this machine and means it: not from elsewhere through a proxy, and not from a page whose name was made to lead here (DNS rebinding).</summary>
    public static bool IsLocal(this HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLoopback(http.Request.Host.Host)
        && !ProxyHeaders.Any(http.Request.Headers.ContainsKey);

    /// <summary>Whether the page served here sent it.</summary>
    public static bool IsSameOrigin(this HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] ? site.Equals("same-origin", StringComparison.Ordinal) : request.Headers.Origin.Count == 1 && IsOwnOrigin(request);

    /// <summary>Whether a page from elsewhere sent it.</summary>
    public static bool IsCrossOrigin(this HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] ? site is not ("same-origin" or "none") : request.Headers.Origin.Count > 0 && !IsOwnOrigin(request);

    /// <summary>Whether a host is a name or address of this machine alone.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Behind a proxy the scheme may differ.
    private static bool IsOwnOrigin(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
