using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Feedbacks;
using BriefingBot.Channels.Tests.BotFramework.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.DirectLine;

public sealed class DirectLineTests : IAsyncLifetime
{
    private const string Site = "https://site.example";
    private const string Question = "Was the lock at Kestrin closed?";

    private static readonly (string, string)[] Articles =
    [
        ("lock.md", "---\ntitle: Lock at Kestrin \"closed\"\noutlet: Kestrin Courier\ndate: 2024-05-06\nurl: https://courier.example/lock\n---\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said."),
    ];

    private readonly QuickTime _time = new(TimeSpan.Zero);
    private RunningServer? _server;

    private HttpClient Client => _server!.Client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(Articles, builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DirectLine:Origins:0"] = Site, ["DirectLine:Secret"] = "a secret of quite enough characters" });
    });

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    [Fact]
    public async Task A_question_is_echoed_and_answered()
    {
        var (id, token, _) = await StartAsync();

        using var posted = await SendAsync(HttpMethod.Post, $"conversations/{id}/activities", token, new { type = "message", from = new { id = "me" }, text = Question, channelData = new { clientActivityID = "c1", other = 5 } });
        await SettledAsync();
        var (activities, watermark) = await PollAsync(id, token);

        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Equal("3", watermark);
        var echo = activities[1];
        Assert.Equal((await posted.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString(), echo.GetProperty("id").GetString());
        Assert.Equal("c1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal(("user-1", "user"), (echo.GetProperty("from").GetProperty("id").GetString(), echo.GetProperty("from").GetProperty("role").GetString()));
        var answer = activities[2];
        Assert.Equal("bot", answer.GetProperty("from").GetProperty("role").GetString());
        Assert.Contains("The lock at Kestrin was closed on Monday", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("\n[1]: <https://courier.example/lock> \"Lock at Kestrin \\\"closed\\\"\"", $"\n{answer.GetProperty("text").GetString()!.Split("\n\n")[^1]}", StringComparison.Ordinal);
        Assert.True(answer.TryGetProperty("timestamp", out _));
    }

    [Fact]
    public async Task A_watermark_gives_only_what_came_after_it()
    {
        var (id, token, _) = await StartAsync();
        var (first, watermark) = await PollAsync(id, token);

        await AskAsync(id, token, "help");
        var (then, next) = await PollAsync(id, token, watermark);
        var (none, last) = await PollAsync(id, token, next);

        Assert.Single(first);
        Assert.Equal(2, then.Count);
        Assert.Empty(none);
        Assert.Equal(next, last);
    }

    [Fact]
    public async Task A_socket_tells_everything_from_the_start_and_the_answer_as_it_is_written()
    {
        var (id, token, stream) = await StartAsync();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(stream!), Cancellation);

        // Once it tells something it is listened to.
        List<JsonElement> activities = [.. (await FrameAsync(socket)).GetProperty("activities").EnumerateArray()];
        await AskAsync(id, token, Question);
        while (activities.Count(activity => activity.GetProperty("type").GetString() == "message") < 3)
            activities.AddRange((await FrameAsync(socket)).GetProperty("activities").EnumerateArray());

        Assert.Contains("I am BriefingBot", activities[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var parts = activities.Where(activity => activity.GetProperty("type").GetString() == "typing").Select(activity => activity.GetProperty("channelData")).ToList();
        Assert.Equal(["informative", "streaming"], parts.Select(part => part.GetProperty("streamType").GetString()).Distinct());
        Assert.Equal(Enumerable.Range(1, parts.Count), parts.Select(part => part.GetProperty("streamSequence").GetInt32()));
        var end = activities[^1].GetProperty("channelData");
        Assert.Equal("final", end.GetProperty("streamType").GetString());
        Assert.False(end.TryGetProperty("streamSequence", out _));
        Assert.Equal(parts[1].GetProperty("streamId").GetString(), end.GetProperty("streamId").GetString());
    }

    [Fact]
    public async Task The_address_of_a_socket_is_good_once_and_for_a_minute()
    {
        var (id, token, stream) = await StartAsync();
        using (var first = new ClientWebSocket())
            await first.ConnectAsync(new Uri(stream!), Cancellation);
        using var second = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => second.ConnectAsync(new Uri(stream!), Cancellation));

        var again = await (await SendAsync(HttpMethod.Get, $"conversations/{id}?watermark=0", token)).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(61));
        using var third = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => third.ConnectAsync(new Uri(again.GetProperty("streamUrl").GetString()!), Cancellation));
    }

    [Fact]
    public async Task The_address_of_a_socket_is_good_for_its_conversation_and_its_site_alone()
    {
        var (id, _, stream) = await StartAsync();
        var (other, _, _) = await StartAsync();
        using var elsewhere = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => elsewhere.ConnectAsync(new Uri(stream!.Replace(id, other, StringComparison.Ordinal)), Cancellation));

        var (_, _, next) = await StartAsync();
        using var page = new ClientWebSocket();
        page.Options.SetRequestHeader("Origin", "https://other.example");
        await Assert.ThrowsAsync<WebSocketException>(() => page.ConnectAsync(new Uri(next!), Cancellation));
    }

    [Fact]
    public async Task Who_comes_again_is_told_what_came_after_its_watermark()
    {
        var (id, token, _) = await StartAsync();
        await AskAsync(id, token, "help");

        using var resumed = await SendAsync(HttpMethod.Get, $"conversations/{id}?watermark=2", token);
        var json = await resumed.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(json.GetProperty("streamUrl").GetString()!), Cancellation);
        var frame = await FrameAsync(socket);

        Assert.Equal((HttpStatusCode.OK, id), (resumed.StatusCode, json.GetProperty("conversationId").GetString()));
        Assert.Equal("3", frame.GetProperty("watermark").GetString());
        Assert.Equal("bot", Assert.Single(frame.GetProperty("activities").EnumerateArray()).GetProperty("from").GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_token_starts_nothing_and_is_not_to_be_kept_by_what_lies_between()
    {
        using var generated = await SendAsync(HttpMethod.Post, "tokens/generate", "a secret of quite enough characters");
        var json = await generated.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        using var polled = await SendAsync(HttpMethod.Get, $"conversations/{json.GetProperty("conversationId").GetString()}/activities", json.GetProperty("token").GetString()!);

        Assert.Equal(1800, json.GetProperty("expires_in").GetInt32());
        Assert.True(generated.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, polled.StatusCode);
    }

    [Fact]
    public async Task A_token_is_made_for_no_other_site_than_the_configured_ones_and_used_on_none()
    {
        using var made = await SendAsync(HttpMethod.Post, "tokens/generate", "a secret of quite enough characters", new { trustedOrigins = new[] { Site, "https://other.example" } });
        var (id, token, _) = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{id}/activities");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Origin", "https://other.example");
        using var used = await Client.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden), (made.StatusCode, used.StatusCode));
        Assert.False(used.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_client_comes_again_later_with_a_turn_that_is_not_taken()
    {
        var (id, token, _) = await StartAsync();
        await _server!.Services.GetRequiredService<PendingTurns>().StopAsync(Cancellation);

        using var posted = await SendAsync(HttpMethod.Post, $"conversations/{id}/activities", token, new { type = "message", from = new { id = "me" }, text = "help" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, posted.StatusCode);
    }

    [Fact]
    public async Task A_token_is_for_one_conversation_and_ends()
    {
        var (id, token, _) = await StartAsync();
        var (other, _, _) = await StartAsync();

        using var elsewhere = await SendAsync(HttpMethod.Get, $"conversations/{other}/activities", token);
        using var made = await SendAsync(HttpMethod.Get, $"conversations/{id}/activities", $"{token[..^3]}abc");
        using var refreshed = await SendAsync(HttpMethod.Post, "tokens/refresh", token);
        _time.Advance(TimeSpan.FromMinutes(31));
        using var late = await SendAsync(HttpMethod.Get, $"conversations/{id}/activities", token);

        Assert.Equal([403, 403, 200, 403], new[] { elsewhere, made, refreshed, late }.Select(response => (int)response.StatusCode));
        Assert.Equal("TokenExpired", (await late.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_is_sent_again_is_answered_once()
    {
        var (id, token, _) = await StartAsync();
        var activity = new { type = "message", from = new { id = "me" }, text = "help", channelData = new { clientActivityID = "c1" } };
        for (var n = 0; n < 3; n++)
        {
            using var posted = await SendAsync(HttpMethod.Post, $"conversations/{id}/activities", token, activity);
        }

        await SettledAsync();

        Assert.Equal(3, (await PollAsync(id, token)).Activities.Count);
    }

    [Fact]
    public async Task A_thumb_is_kept_with_the_answer()
    {
        var (id, token, _) = await StartAsync();
        await AskAsync(id, token, Question);
        var action = (await PollAsync(id, token)).Activities[^1].GetProperty("entities")[0].GetProperty("potentialAction")[1];

        using var posted = await SendAsync(HttpMethod.Post, $"conversations/{id}/activities", token, new { type = "event", name = "webchat:activity-status/feedback", from = new { id = "me" }, entities = new[] { action } });
        await SettledAsync();

        var kept = Assert.Single(await _server!.Services.GetRequiredService<IJournal>().ReadAllAsync(FeedbackLog.Prefix, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(FeedbackRating.Down, KeptFeedback.Read(kept).Rating);
    }

    [Fact]
    public async Task A_file_is_refused_and_the_bot_says_why()
    {
        var (id, token, _) = await StartAsync();

        using var response = await SendAsync(HttpMethod.Post, $"conversations/{id}/upload?userId=me", token, new { });

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("I read no files", (await PollAsync(id, token)).Activities[^1].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Site, true)]
    [InlineData("https://other.example", false)]
    [InlineData("https://site.example.other.example", false)]
    [InlineData("null", false)]
    public async Task Only_pages_of_the_configured_sites_may_chat(string origin, bool isAdmitted)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        using var allowed = await Client.SendAsync(preflight, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate");
        request.Headers.Add("Origin", origin);
        using var generated = await Client.SendAsync(request, Cancellation);

        Assert.Equal(isAdmitted ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden, allowed.StatusCode);
        Assert.Equal(isAdmitted, allowed.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(isAdmitted ? HttpStatusCode.OK : HttpStatusCode.Forbidden, generated.StatusCode);
        Assert.Contains("Origin", generated.Headers.Vary);
    }

    [Fact]
    public async Task A_token_of_one_site_is_no_good_at_another()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate");
        request.Headers.Add("Origin", Site);
        using var generated = await Client.SendAsync(request, Cancellation);
        var token = (await generated.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("token").GetString()!;
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations");
        elsewhere.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        elsewhere.Headers.Add("Origin", Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var refused = await Client.SendAsync(elsewhere, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_conversation_outlives_the_memory_of_it()
    {
        var (id, token, _) = await StartAsync();
        await AskAsync(id, token, "help");
        var before = await PollAsync(id, token);

        var anew = new BriefingBot.Channels.DirectLine.DirectLineConversations(_server!.Services.GetRequiredService<IJournal>(), _time);
        var read = await anew.FindAsync(id, Cancellation);

        Assert.Equal(before.Watermark, $"{read!.Since(null).Watermark}");
        Assert.Equal(before.Activities.Select(activity => activity.GetRawText()), read.Since(null).Activities);
    }

    private async Task<(string Id, string Token, string? Stream)> StartAsync()
    {
        using var generated = await SendAsync(HttpMethod.Post, "tokens/generate", "a secret of quite enough characters", new { user = new { id = "user-1" } });
        var token = (await generated.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("token").GetString()!;
        using var started = await SendAsync(HttpMethod.Post, "conversations", token, new { user = new { id = "somebody else" } });
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var json = await started.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (json.GetProperty("conversationId").GetString()!, json.GetProperty("token").GetString()!, json.GetProperty("streamUrl").GetString());
    }

    private async Task AskAsync(string id, string token, string text)
    {
        using var posted = await SendAsync(HttpMethod.Post, $"conversations/{id}/activities", token, new { type = "message", from = new { id = "me" }, text });
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        await SettledAsync();
    }

    private async Task<(List<JsonElement> Activities, string Watermark)> PollAsync(string id, string token, string watermark = "")
    {
        using var response = await SendAsync(HttpMethod.Get, $"conversations/{id}/activities?watermark={watermark}", token);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return ([.. json.GetProperty("activities").EnumerateArray()], json.GetProperty("watermark").GetString()!);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request, Cancellation);
    }

    private Task SettledAsync() => _server!.Services.GetRequiredService<PendingTurns>().SettledAsync().WaitAsync(Cancellation);

    private static async Task<JsonElement> FrameAsync(WebSocket socket)
    {
        var buffer = new byte[100_000];
        var length = 0;
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(length), Cancellation);
            length += received.Count;
        }
        while (!received.EndOfMessage);
        return JsonElement.Parse(buffer.AsSpan(0, length));
    }
}
