using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BriefingBot.Channels.Readings;

/// <summary>The id at the end of an address, exactly as it was encoded: routing leaves <c>%2F</c> as it is and so cannot tell it from <c>%252F</c>.</summary>
internal static class RawId
{
    /// <param name="http">The request.</param>
    /// <param name="before">The part of the address that ends where the id begins, such as <c>/api/articles/</c>.</param>
    /// <param name="after">The part after it, such as <c>/quotes</c>; empty for none.</param>
    /// <returns>Decoded; null where the address does not end so.</returns>
    public static string? Of(HttpContext http, string before, string after = "")
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.AsSpan(0, target.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? end : target.Length);
        var start = path.IndexOf(before, StringComparison.OrdinalIgnoreCase);
        return start >= 0 && path.EndsWith(after, StringComparison.OrdinalIgnoreCase) && path[(start + before.Length)..^after.Length] is { Length: > 0 } id
            ? Uri.UnescapeDataString(id)
            : null;
    }
}
