using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.Traces;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Channels.Limits;

/// <summary>How often one key, or one address, is answered.</summary>
internal static class RequestLimiter
{
    // Six parts of a minute: who has used it up is let in again bit by bit.
    private const int Segments = 6;

    // An IPv6 network of one subscriber; the rest of the address is anybody's to choose.
    private const int SubscriberBytes = 8;

    /// <remarks>Channels that sign their requests send those of many people from few addresses: they are not counted here.</remarks>
    public static RateLimitPartition<string> Of(HttpContext http, LimitOptions options) =>
        http.GetEndpoint()?.Metadata is { } endpoint && endpoint.GetMetadata<IAllowAnonymous>() is not null && endpoint.GetMetadata<CountedByAddress>() is null ? RateLimitPartition.GetNoLimiter("")
        : http.Features.Get<Admitted>()?.Key is { } key ? Window($"key:{key}", options.RequestsPerMinuteOfKey)
        : http.IsLocal() ? RateLimitPartition.GetNoLimiter("")
        : Window($"address:{NetworkOf(http.Connection.RemoteIpAddress)}", options.RequestsPerMinuteOfAddress);

    public static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        RefusalMeter.Count("rate");
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(60 / Segments);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] = seconds;
        await Results.Problem($"too many requests in a minute; ask again in {seconds} seconds", statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests").ExecuteAsync(rejected.HttpContext);
    }

    private static RateLimitPartition<string> Window(string name, int most) => most == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetSlidingWindowLimiter(name, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = Segments,
        });

    private static string NetworkOf(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.GetAddressBytes() is { Length: > 4 } bytes ? Convert.ToHexString(bytes, 0, SubscriberBytes)
        : address.ToString();
}
