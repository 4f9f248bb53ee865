using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace BriefingBot.Channels.Admissions;

/// <summary>The proxies before this server, by <see cref="WebOptions.Proxies"/>.</summary>
internal sealed class TrustedProxies(IOptions<WebOptions> web)
{
    private readonly IPNetwork[] _networks = [.. web.Value.Proxies.Select(proxy => TryRead(proxy, out var network) ? network : default)];

    public bool Contains(IPAddress address) => Array.Exists(_networks, network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    public static bool TryRead(string written, out IPNetwork network)
    {
        if (IPNetwork.TryParse(written, out network))
            return true;
        var isAddress = IPAddress.TryParse(written, out var address);
        network = isAddress ? new IPNetwork(address!, address!.GetAddressBytes().Length * 8) : default;
        return isAddress;
    }

    /// <summary>From here on a request has the address, scheme and host that the first trusted proxy met; without such proxies nothing changes.</summary>
    public static void Use(WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<TrustedProxies>();
        if (proxies._networks.Length == 0)
            return;
        // As many in a row as are trusted.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies._networks)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
