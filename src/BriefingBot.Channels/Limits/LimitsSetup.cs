using System.Threading.RateLimiting;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.Sections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using KestrelRateLimiterOptions = Microsoft.AspNetCore.RateLimiting.RateLimiterOptions;

namespace BriefingBot.Channels.Limits;

internal static class LimitsSetup
{
    private const int HeaderBytes = 16_384;
    private const double SlowestBytesPerSecond = 240;

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddSection<LimitOptions>(LimitOptions.Section);
        services.AddSingleton<Turnstile>();
        services.AddRateLimiter(static _ => { });
        services.AddOptions<KestrelRateLimiterOptions>().Configure<IOptions<LimitOptions>>(static (limiter, options) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RequestLimiter.Of(http, options.Value), StringComparer.Ordinal);
            limiter.OnRejected = RequestLimiter.RefuseAsync;
        });
        services.AddOptions<HostOptions>().Configure<IOptions<LimitOptions>>(static (host, options) => host.ShutdownTimeout = options.Value.StopTimeout);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>, TrustedProxies>(static (kestrel, options, proxies) => Limit(kestrel, options.Value, proxies));
    }

    private static void Limit(KestrelServerOptions kestrel, LimitOptions options, TrustedProxies proxies)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = options.MaxConnections;
        kestrel.Limits.RequestHeadersTimeout = options.HeaderTimeout;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestBytesPerSecond, options.SlowBodyTimeout);
        var connections = new ConnectionLimit(options.MaxConnectionsOfAddress, proxies);
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(connections.Limit));
    }
}
