using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace BriefingBot.Channels.Tests.Slack;

/// <summary>The server's end of a connection of Socket Mode.</summary>
/// <param name="host">That the bot has connected to.</param>
internal sealed class FakeSocket(WebSocket socket, string host)
{
    public string Host => host;

    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();

    public Task SendAsync(object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>The next acknowledgement.</summary>
    public async Task<JsonElement> ReceivedAsync() => await _received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async Task EndedAsync(CancellationToken cancellation)
    {
        var buffer = new byte[100_000];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), cancellation) is { MessageType: WebSocketMessageType.Text, Count: var count })
                _received.Writer.TryWrite(JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, count)).RootElement);
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The bot has gone away.
        }
    }
}
