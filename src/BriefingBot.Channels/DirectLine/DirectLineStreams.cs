using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.DirectLine;

/// <summary>Activities over a socket. A browser sends no header with one, so its address is good for one minute and one use. Thread-safe.</summary>
internal sealed partial class DirectLineStreams(DirectLineOrigins origins, DirectLineConversations conversations, TimeProvider time, IHostApplicationLifetime host, ILogger<DirectLineStreams> log)
{
    private const int MostPasses = 100_000;

    private static readonly TimeSpan PassLife = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Pass> _passes = new(StringComparer.Ordinal);

    /// <summary>Where to listen to a conversation.</summary>
    public string UrlOf(DirectLineTicket ticket, string? watermark, HttpContext http)
    {
        Sweep();
        var pass = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _passes[pass] = new Pass(ticket, watermark, time.GetUtcNow() + PassLife);
        return $"{(http.Request.IsHttps ? "wss" : "ws")}://{http.Request.Host}{DirectLineEndpoints.Path}/conversations/{ticket.Conversation}/stream?t={pass}";
    }

    public async Task<IResult> ServeAsync(string id, string? given, HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return DirectLineError.BadArgument("this address is for a WebSocket");
        if (given is null || !_passes.TryRemove(given, out var pass) || pass.Until < time.GetUtcNow() || !pass.Ticket.Conversation.Equals(id, StringComparison.Ordinal)
            || !origins.IsFor(pass.Ticket, http.Request) || await conversations.FindAsync(id, http.RequestAborted) is not { } conversation)
        {
            return DirectLineError.TokenExpired;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        var reading = ReadAsync(socket, ended);
        await WriteAsync(socket, conversation, pass.Watermark, ended.Token);
        await ended.CancelAsync();
        await reading;
        return Results.Empty;
    }

    private static async Task WriteAsync(WebSocket socket, DirectLineConversation conversation, string? watermark, CancellationToken ended)
    {
        try
        {
            await foreach (var frame in conversation.Listen(watermark, ended).ReadAllAsync(CancellationToken.None))
                await socket.SendAsync(Encoding.UTF8.GetBytes(frame.Json), WebSocketMessageType.Text, endOfMessage: true, ended);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // It comes again with its watermark.
        }
    }

    // What a client sends here means nothing; that it goes away does.
    private async Task ReadAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var ignored = new byte[1024];
        try
        {
            while (socket.State == WebSocketState.Open && (await socket.ReceiveAsync(ignored, ended.Token)).MessageType != WebSocketMessageType.Close)
            {
                // Empty frames keep it alive.
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            LogGone(log, gone.Message);
        }

        await ended.CancelAsync();
    }

    private void Sweep()
    {
        if (_passes.Count < MostPasses)
            return;
        var now = time.GetUtcNow();
        foreach (var (name, _) in _passes.Where(pass => pass.Value.Until < now))
            _passes.TryRemove(name, out _);
    }

    [LoggerMessage(LogLevel.Debug, "A listener went away: {Reason}")]
    private static partial void LogGone(ILogger log, string reason);

    private sealed record Pass(DirectLineTicket Ticket, string? Watermark, DateTimeOffset Until);
}
