using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Slack;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.Slack;

/// <summary>The real server, set up for a fake Slack.</summary>
internal sealed class SlackServer : IAsyncDisposable
{
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static int _events;

    private SlackServer(RunningServer server, FakeSlack slack) => (Server, Slack) = (server, slack);

    public RunningServer Server { get; }

    public FakeSlack Slack { get; }

    /// <param name="articles">Name and content of each file.</param>
    /// <param name="settings">Further ones, or others, of the section Slack, or with their whole name of the section Access.</param>
    public static async Task<SlackServer> StartAsync(IEnumerable<(string File, string Text)> articles, params (string Name, string? Value)[] settings)
    {
        var slack = await FakeSlack.StartAsync();
        Dictionary<string, string?> configuration = new(StringComparer.Ordinal)
        {
            ["Slack:BotToken"] = FakeSlack.BotToken,
            ["Slack:SigningSecret"] = SigningSecret,
            ["Slack:ApiUrl"] = slack.ApiUrl.AbsoluteUri,
            ["Slack:ResponseUrl"] = slack.ResponseUrl.AbsoluteUri,
            ["Slack:StreamAfterMilliseconds"] = "60000",
        };
        foreach (var (name, value) in settings)
            configuration[name.StartsWith("Access:", StringComparison.Ordinal) ? name : $"Slack:{name}"] = value;
        var server = await RunningServer.StartAsync(articles, builder =>
        {
            builder.Configuration.AddInMemoryCollection(configuration);
            builder.Services.AddSingleton(new SlackPace(new SteadyWait(slack.Clock)));
        });
        return new SlackServer(server, slack);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Slack.DisposeAsync();
    }

    /// <summary>Waits until everything that was taken is answered.</summary>
    public Task SettledAsync() => Server.Services.GetRequiredService<PendingTurns>().SettledAsync().WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Sends a message of a user as Slack would, signed.</summary>
    /// <returns>The status of the answer.</returns>
    public Task<HttpStatusCode> SayAsync(string text, string channel = "C0NEWS001", string? thread = null, string type = "app_mention", string? stamp = null, string? id = null, string? channelType = null) =>
        SendAsync("/slack/events", Event(new { type, user = "U0ASKER01", text, ts = stamp ?? $"1767600001.{Interlocked.Increment(ref _events):D6}", channel, thread_ts = thread, channel_type = channelType ?? (channel[0] == 'D' ? "im" : "channel") }, id));

    public static string Event(object message, string? id = null, string team = FakeSlack.Team) =>
        JsonSerializer.Serialize(new { token = "old", team_id = team, type = "event_callback", event_id = id ?? $"Ev{Interlocked.Increment(ref _events)}", event_time = 1767600000, is_ext_shared_channel = false, @event = message }, Compact);

    /// <summary>Sends a body, signed now.</summary>
    public async Task<HttpStatusCode> SendAsync(string path, string body)
    {
        using var response = await PostAsync(path, body);
        return response.StatusCode;
    }

    /// <summary>Sends a body, signed now.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string body) => PostAsync(path, body, DateTimeOffset.UtcNow.ToUnixTimeSeconds(), SigningSecret);

    public async Task<HttpResponseMessage> PostAsync(string path, string body, long timestamp, string secret, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Slack-Signature", Sign(secret, timestamp, body));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static string Sign(string secret, long timestamp, string body) =>
        $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")))}";

    private static JsonSerializerOptions Compact { get; } = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    // The wait before streaming is one that the answer wins.
    private sealed class SteadyWait(LeapingClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            dueTime == TimeSpan.FromMinutes(1) ? System.CreateTimer(callback, state, dueTime, period) : clock.CreateTimer(callback, state, dueTime, period);
    }
}
