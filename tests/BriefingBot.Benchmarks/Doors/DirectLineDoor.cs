using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace BriefingBot.Benchmarks.Doors;

/// <summary>A client of Direct Line that listens on its socket. Each question has a conversation of its own, begun before the clock.</summary>
internal sealed class DirectLineDoor : IDoor
{
    private const string Secret = "a secret of the benchmark alone";

    private readonly HttpClient _http = new();

    public string Name => "Direct Line";

    public IEnumerable<KeyValuePair<string, string?>> Settings => [new("DirectLine:Secret", Secret)];

    public async Task<double> AskAsync(string server, string question, int number)
    {
        var conversation = await PostAsync($"{server}/v3/directline/conversations", Secret, new { user = new { id = $"dl_{number}" } });
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(conversation.GetProperty("streamUrl").GetString()!), CancellationToken.None);
        await MessageAsync(socket);

        var start = Stopwatch.GetTimestamp();
        _ = await PostAsync($"{server}/v3/directline/conversations/{conversation.GetProperty("conversationId").GetString()}/activities", conversation.GetProperty("token").GetString()!, new { type = "message", from = new { id = $"dl_{number}" }, text = question });
        await MessageAsync(socket);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    // The bot's next message; parts of it on their way and the question's echo are passed over.
    private static async Task MessageAsync(ClientWebSocket socket)
    {
        while (true)
        {
            using var frame = await FrameAsync(socket);
            if (frame.RootElement.GetProperty("activities").EnumerateArray().Any(IsMessageOfBot))
                return;
        }
    }

    private static bool IsMessageOfBot(JsonElement activity) =>
        activity.GetProperty("type").ValueEquals("message") && activity.GetProperty("from") is var from && from.TryGetProperty("role", out var role) && role.ValueEquals("bot");

    private static async Task<JsonDocument> FrameAsync(ClientWebSocket socket)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(whole.ToArray());
    }

    private async Task<JsonElement> PostAsync(string address, string credential, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
