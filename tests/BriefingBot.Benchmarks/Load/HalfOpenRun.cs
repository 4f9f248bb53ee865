using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Benchmarks.Load;

/// <summary>Clients that begin a request and never end it.</summary>
internal sealed class HalfOpenRun(Uri url, int clients)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly byte[] Half = "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Le"u8.ToArray();

    public int Refused { get; private set; }

    public int TimedOut { get; private set; }

    public int Left { get; private set; }

    public TimeSpan Longest { get; private set; }

    /// <summary>Returns once the server has closed them all, or has not within a minute.</summary>
    public async Task RunAsync()
    {
        var ends = new ConcurrentBag<(bool WasTold, TimeSpan After)?>();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ => ends.Add(await EndAsync())));
        Refused = ends.Count(end => end is { WasTold: false });
        TimedOut = ends.Count(end => end is { WasTold: true });
        Left = ends.Count(end => end is null);
        Longest = ends.Max(end => end?.After ?? TimeSpan.Zero);
    }

    /// <returns>Whether it was told why, and after how long; null where it was not closed.</returns>
    private async Task<(bool WasTold, TimeSpan After)?> EndAsync()
    {
        var clock = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var read = 0;
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, url.Port, patience.Token);
            await socket.SendAsync(Half, patience.Token);
            var buffer = new byte[512];
            while (await socket.ReceiveAsync(buffer, patience.Token) is > 0 and var more)
                read += more;
        }
        catch (SocketException)
        {
            // Closed without a word.
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        return (read > 0, clock.Elapsed);
    }
}
