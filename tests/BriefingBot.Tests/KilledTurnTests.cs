using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Channels.Tests.BotFramework.Fakes;
using BriefingBot.Channels.Tests.Slack;
using BriefingBot.OpenAI.Tests;
using BriefingBot.Postgres.Tests;
using BriefingBot.Sqlite;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Tests;

/// <summary>The server is killed while a model, a server of its own, holds back the answers to what the server has taken; then it runs again, and the model fails at once.</summary>
public sealed class KilledTurnTests : IAsyncLifetime
{
    private const string Question = "Was the lock at Kestrin closed?";
    private const string Answer = "The lock at Kestrin was closed on Monday";
    private const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly TestFolder _folder = new();
    private readonly SemaphoreSlim _asked = new(0);
    private bool _isHeld = true;
    private ModelServer? _model;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _folder.File("c/lock.txt", $"Lock closed\n\n{Answer}, the river authority said.");
        _model = await ModelServer.StartAsync(context => _isHeld ? HoldAsync(context) : Script.Fails(StatusCodes.Status400BadRequest)(context));
    }

    public async ValueTask DisposeAsync()
    {
        await _model!.DisposeAsync();
        _asked.Dispose();
        _folder.Dispose();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_question_from_Teams_that_was_taken_is_answered_once_by_the_server_s_next_run()
    {
        await using var channel = await FakeChannel.StartAsync(TimeProvider.System);
        ConfigureBot(channel);
        var question = SomeActivity.Personal(channel, Question);
        using (var server = await ServedProgram.StartAsync(_folder.Path, Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(server, channel, question));
            await _asked.WaitAsync(Cancellation);
            server.Process.Kill();
        }

        Assert.All(channel.Sent, sent => Assert.Equal("typing", sent.Type));
        _isHeld = false;
        using (var server = await ServedProgram.StartAsync(_folder.Path, Cancellation))
        {
            Assert.Contains(Answer, (await channel.MessagesAsync(1, Cancellation))[0].Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await PostAsync(server, channel, question));
            await SayHelpAsync(server, channel, 2);
            await NothingIsKeptAsync();
            server.Process.Kill();
        }

        using (var server = await ServedProgram.StartAsync(_folder.Path, Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(server, channel, question));
            await SayHelpAsync(server, channel, 3);
        }

        Assert.Equal(3, channel.Sent.Count(sent => sent.Type == "message"));
        Assert.Empty(channel.Faults);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_question_and_a_command_from_Slack_that_were_taken_are_answered_once_by_the_server_s_next_run()
    {
        await using var slack = await FakeSlack.StartAsync();
        Configure(leaseSeconds: 1, new JsonObject { ["Slack"] = new JsonObject { ["BotToken"] = FakeSlack.BotToken, ["SigningSecret"] = SigningSecret, ["ApiUrl"] = slack.ApiUrl.AbsoluteUri, ["ResponseUrl"] = slack.ResponseUrl.AbsoluteUri, ["StreamAfterMilliseconds"] = 0 } });
        var (question, command) = (Event(Question, "Ev1"), $"team_id={FakeSlack.Team}&channel_id=C0NEWS001&user_id=U0ASKER01&text={Uri.EscapeDataString(Question)}&response_url={Uri.EscapeDataString($"{slack.ResponseUrl}1")}");
        using (var server = await ServedProgram.StartAsync(_folder.Path, Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(server, "/slack/events", question));
            Assert.Equal(HttpStatusCode.OK, await PostAsync(server, "/slack/commands", command));
            await _asked.WaitAsync(Cancellation);
            await _asked.WaitAsync(Cancellation);
            await slack.UntilAsync(messages => messages.Any(message => message.IsStreaming));
            server.Process.Kill();
        }

        // A message a second is what Slack takes.
        await Task.Delay(TimeSpan.FromSeconds(2), slack.Clock, Cancellation);
        _isHeld = false;
        using (var server = await ServedProgram.StartAsync(_folder.Path, Cancellation))
        {
            var messages = await slack.UntilAsync(messages => messages.Count(message => Shows(message, Answer)) == 2);
            Assert.Equal(["D0ASKER01", "response 1"], messages.Where(message => Shows(message, Answer)).Select(message => message.Channel).Order(StringComparer.Ordinal));
            Assert.True(messages[0].IsStreaming, "The answer is a message of its own.");

            await Task.Delay(TimeSpan.FromSeconds(2), slack.Clock, Cancellation);
            Assert.Equal(HttpStatusCode.OK, await PostAsync(server, "/slack/events", question));
            Assert.Equal(HttpStatusCode.OK, await PostAsync(server, "/slack/commands", command));
            Assert.Equal(HttpStatusCode.OK, await PostAsync(server, "/slack/events", Event("help", "Ev2")));
            await slack.UntilAsync(messages => messages.Any(message => Shows(message, "check CLAIM")));
            await NothingIsKeptAsync();
        }

        Assert.Equal(4, slack.Messages.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_question_by_Direct_Line_that_was_taken_is_answered_once_by_the_server_s_next_run()
    {
        Configure(leaseSeconds: 1, new JsonObject { ["DirectLine"] = new JsonObject { ["Enabled"] = true } });
        var question = new { type = "message", from = new { id = "me" }, text = Question, channelData = new { clientActivityID = "c1" } };
        string conversation, token;
        using (var server = await ServedProgram.StartAsync(_folder.Path, Cancellation))
        {
            using var begun = await server.Client.PostAsJsonAsync("/v3/directline/tokens/generate", new { }, Cancellation);
            token = (await begun.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("token").GetString()!;
            conversation = (await DirectLineAsync(server, token, HttpMethod.Post, "", new { })).GetProperty("conversationId").GetString()!;
            await DirectLineAsync(server, token, HttpMethod.Post, $"/{conversation}/activities", question);
            await _asked.WaitAsync(Cancellation);
            server.Process.Kill();
        }

        _isHeld = false;
        using (var server = await ServedProgram.StartAsync(_folder.Path, Cancellation))
        {
            await NothingIsKeptAsync();
            await DirectLineAsync(server, token, HttpMethod.Post, $"/{conversation}/activities", question);
            await NothingIsKeptAsync();
            var activities = await DirectLineAsync(server, token, HttpMethod.Get, $"/{conversation}/activities", null);
            var texts = activities.GetProperty("activities").EnumerateArray().Select(activity => activity.GetProperty("text").GetString()!).ToList();
            Assert.Equal(3, texts.Count);
            Assert.Equal(Question, texts[1]);
            Assert.Contains(Answer, texts[2], StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_node_that_starts_leaves_a_turn_to_the_node_that_is_at_it_and_answers_it_when_that_is_killed()
    {
        var database = TestServer.NewDatabase();
        await using var channel = await FakeChannel.StartAsync(TimeProvider.System);
        ConfigureBot(channel, leaseSeconds: 4);
        var question = SomeActivity.InChannel(channel, Question);
        using var first = await ServedProgram.StartAsync(_folder.Path, Cancellation, database);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(first, channel, question));
        await _asked.WaitAsync(Cancellation);

        using var second = await ServedProgram.StartAsync(_folder.Path, Cancellation, database);
        var afterLease = EntriesOf("pending") + 4;
        while (EntriesOf("pending") < afterLease)
            await Task.Yield();
        Assert.Single(_model!.Requests);
        _isHeld = false;
        first.Process.Kill();

        Assert.Contains(Answer, (await channel.MessagesAsync(1, Cancellation))[0].Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(second, channel, question));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(second, channel, SomeActivity.InChannel(channel, "help")));
        Assert.Contains("check CLAIM", (await channel.MessagesAsync(2, Cancellation))[1].Text, StringComparison.Ordinal);
        while (EntriesOf("pending") > 0)
            await Task.Yield();

        long EntriesOf(string kind) => TestServer.Scalar<long>(database, $"SELECT count(*) FROM briefingbot_journal.entry WHERE kind = '{kind}'");
    }

    private async Task HoldAsync(HttpContext context)
    {
        _asked.Release();
        await Script.Held(context);
    }

    private void ConfigureBot(FakeChannel channel, int leaseSeconds = 1) =>
        Configure(leaseSeconds, new JsonObject { ["Bot"] = JsonSerializer.SerializeToNode(channel.Settings.ToDictionary(setting => setting.Key["Bot:".Length..], setting => setting.Value)) });

    private void Configure(int leaseSeconds, JsonObject settings)
    {
        settings["Model"] = new JsonObject { ["Provider"] = "openai", ["Endpoint"] = _model!.Url, ["Name"] = "m", ["ApiKey"] = "none" };
        settings["Turns"] = new JsonObject { ["LeaseSeconds"] = leaseSeconds };
        _folder.File("appsettings.json", settings.ToJsonString());
    }

    /// <summary>Waits until the journal holds no turn to be answered any more.</summary>
    private async Task NothingIsKeptAsync()
    {
        await using var journal = SqliteJournal.Open(SqliteJournal.PathOf(Path.Combine(_folder.Path, "data")));
        while (await journal.ReadAllAsync("pending/", Cancellation).AnyAsync(Cancellation))
            await Task.Yield();
    }

    private static async Task SayHelpAsync(ServedProgram server, FakeChannel channel, int messages)
    {
        // Turns of one conversation are answered in order: what came before is over with it.
        Assert.Equal(HttpStatusCode.OK, await PostAsync(server, channel, SomeActivity.Personal(channel, "help")));
        Assert.Contains("check CLAIM", (await channel.MessagesAsync(messages, Cancellation))[^1].Text, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> PostAsync(ServedProgram server, FakeChannel channel, JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", channel.Token());
        using var response = await server.Client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> PostAsync(ServedProgram server, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SigningSecret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")))}");
        using var response = await server.Client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static async Task<JsonElement> DirectLineAsync(ServedProgram server, string token, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline/conversations{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await server.Client.SendAsync(request, Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {response.StatusCode}");
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static string Event(string text, string id) => JsonSerializer.Serialize(new
    {
        team_id = FakeSlack.Team,
        type = "event_callback",
        event_id = id,
        @event = new { type = "message", channel_type = "im", user = "U0ASKER01", text, ts = "1767600001.000001", channel = "D0ASKER01" },
    });

    private static bool Shows(FakeMessage message, string text) => message.Shown.Contains(text, StringComparison.Ordinal);
}
