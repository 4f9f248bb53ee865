using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;

namespace BriefingBot.Channels.Tests.RealClients;

/// <summary>Microsoft's Agents Playground, which plays Teams.</summary>
internal sealed class Playground : IAsyncDisposable
{
    public const string Package = "@microsoft/m365agentsplayground";

    private readonly Process _process;
    private readonly ClientWebSocket _stream = new();
    private readonly HttpClient _client;
    private readonly List<JsonElement> _events = [];

    private Playground(Process process, int port)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public JsonElement Config { get; private set; }

    public string Personal => Config.GetProperty("personalChat").GetProperty("id").GetString()!;

    public string Channel => Config.GetProperty("teams")[0].GetProperty("channels")[0].GetProperty("id").GetString()!;

    private string User => Config.GetProperty("currentUser").GetProperty("id").GetString()!;

    public static async Task<Playground> StartAsync(Uri bot, CancellationToken cancellation)
    {
        var port = FreePort();
        var process = NodeClients.Start(
            [NodeClients.PathOf($"{Package}/cli.js"), "start", "-e", $"{bot}api/messages", "-c", "msteams", "-p", $"{port}", "--dt"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["TEAMSAPPTESTER_BROWSER"] = "none" });
        var playground = new Playground(process, port);

        // It says so once it listens, and ends no line after it.
        var (said, buffer) = ("", new char[256]);
        while (!said.Contains("Listening", StringComparison.Ordinal) && await process.StandardOutput.ReadAsync(buffer.AsMemory(), cancellation) is > 0 and var read)
            said += new string(buffer, 0, read);

        playground.Config = (await playground._client.GetFromJsonAsync<JsonElement>("/_internal/v1/config", cancellation)).GetProperty("config");
        await playground._stream.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/_ws_conversation/v1/conversations/stream"), cancellation);
        return playground;
    }

    public Task InstallAsync(CancellationToken cancellation) => PostAsync($"/_debug/conversation/{Personal}/installation", new { }, cancellation);

    public Task SayAsync(string conversation, string text, CancellationToken cancellation) =>
        PostAsync($"/_conversation/v1/conversations/{conversation}/messages", new { from = new { id = User }, text, textFormat = "plain" }, cancellation);

    public Task MentionAsync(string conversation, string text, CancellationToken cancellation)
    {
        var bot = Config.GetProperty("bot");
        var mention = $"<at>{bot.GetProperty("name").GetString()}</at>";
        var mentions = new[] { new { mentioned = new { id = bot.GetProperty("id").GetString() }, text = mention } };
        return PostAsync($"/_conversation/v1/conversations/{conversation}/messages", new { from = new { id = User }, text = $"{mention} {text}", textFormat = "plain", mentions }, cancellation);
    }

    public Task RateAsync(string message, string reaction, CancellationToken cancellation) => PostAsync("/_conversation/v1/invoke", new
    {
        name = "message/submitAction",
        from = new { id = User },
        conversation = new { id = Personal },
        replyToId = message,
        value = new { actionName = "feedback", actionValue = new { reaction, feedback = """{"feedbackText":"well said"}""" } },
    }, cancellation);

    /// <summary>The next message of the bot for which something holds, as the page would show it.</summary>
    public async Task<JsonElement> MessageAsync(Func<JsonElement, bool> holds, CancellationToken cancellation)
    {
        while (true)
        {
            if (_events.FindIndex(message => holds(message)) is >= 0 and var at)
            {
                var found = _events[at];
                _events.RemoveRange(0, at + 1);
                return found;
            }

            var next = await FrameAsync(cancellation);
            if (next.TryGetProperty("message", out var message))
                _events.Add(message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stream.Dispose();
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task PostAsync(string path, object body, CancellationToken cancellation)
    {
        using var response = await _client.PostAsJsonAsync(path, body, cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {await response.Content.ReadAsStringAsync(cancellation)}");
    }

    private async Task<JsonElement> FrameAsync(CancellationToken cancellation)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await _stream.ReceiveAsync(buffer.AsMemory(), cancellation);
            frame.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return JsonElement.Parse(frame.ToArray());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
