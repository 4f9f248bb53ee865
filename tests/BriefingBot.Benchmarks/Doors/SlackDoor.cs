using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Benchmarks.Doors;

/// <summary>Slack as the bot sees it, on loopback: it sends signed events and notes when the answers come.</summary>
internal sealed class SlackDoor : IDoor
{
    private const string Team = "T0BENCH01";
    private const string Secret = "benchmark";

    private readonly WebApplication _api;
    private readonly HttpClient _http = new();
    private readonly Channel<long> _answered = Channel.CreateUnbounded<long>();

    private SlackDoor(WebApplication api) => _api = api;

    public string Name => "Slack";

    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Slack:BotToken", "xoxb-benchmark"), new("Slack:SigningSecret", Secret), new("Slack:ApiUrl", $"{_api.Urls.First()}/api/"), new("Slack:StreamAfterMilliseconds", "60000"),
    ];

    public static async Task<SlackDoor> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var api = builder.Build();
        var door = new SlackDoor(api);
        api.MapPost("/api/{method}", door.AnswerAsync);
        await api.StartAsync();
        return door;
    }

    // Each question is asked in a channel of its own, for none has to wait a second for the one before.
    public async Task<double> AskAsync(string server, string question, int number)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { type = "event_callback", team_id = Team, event_id = $"Ev{number}", @event = new { type = "message", channel_type = "im", user = "U1", channel = $"D{number}", ts = $"{number}.1", text = question } });
        var start = Stopwatch.GetTimestamp();
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server}/slack/events") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed))}");
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start, await _answered.Reader.ReadAsync()).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _api.StopAsync();
        await _api.DisposeAsync();
    }

    private async Task<IResult> AnswerAsync(string method, HttpRequest request)
    {
        if (method == "chat.postMessage")
            _answered.Writer.TryWrite(Stopwatch.GetTimestamp());
        await request.Body.CopyToAsync(Stream.Null);
        return Results.Json(new { ok = true, ts = "1.1", team_id = Team, user_id = "UBENCH" });
    }
}
