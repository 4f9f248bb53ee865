using System.Collections.Concurrent;
using System.Net;
using BriefingBot.Channels.Admissions;
using Microsoft.AspNetCore.Connections;

namespace BriefingBot.Channels.Limits;

/// <summary>Closes what one address opens beyond its share of connections. Thread-safe.</summary>
/// <param name="most">Of one address at once.</param>
/// <param name="proxies">Theirs are the connections of many, and not counted.</param>
internal sealed class ConnectionLimit(int most, TrustedProxies proxies)
{
    private readonly ConcurrentDictionary<IPAddress, int> _open = new();

    public ConnectionDelegate Limit(ConnectionDelegate next) => async connection =>
    {
        if (connection.RemoteEndPoint is not IPEndPoint { Address: var address } || proxies.Contains(address))
        {
            await next(connection);
            return;
        }

        try
        {
            if (_open.AddOrUpdate(address, 1, static (_, open) => open + 1) <= most)
                await next(connection);
            else
                connection.Abort();
        }
        finally
        {
            // The last one leaves nothing behind.
            if (_open.AddOrUpdate(address, 0, static (_, open) => open - 1) <= 0)
                _open.TryRemove(KeyValuePair.Create(address, 0));
        }
    };
}
