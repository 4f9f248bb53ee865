using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.Slack;

public sealed class SlackHostileTests
{
    private const int Events = 10_000;

    private static readonly string[] Values =
    [
        "null", "true", "-1", "1e999", "[]", "{}", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"<!channel> <@U0BOT0001> <https://evil.example|help>\"", "\"../../etc\"", "\"C1/../../x\"",
        "[[[[[[[[[[[[]]]]]]]]]]]]", $"\"{new string('x', 5000)}\"", "\"https://evil.example/\"", "99999999999999999999",
    ];

    [Fact]
    public async Task Ten_thousand_mutated_events_end_in_no_error_no_hang_and_no_message_elsewhere()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        ConcurrentBag<HttpStatusCode> statuses = [];

        await Parallel.ForEachAsync(Enumerable.Range(0, Events), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (n, _) =>
        {
            var random = new Random(n);
            var (path, body) = (n % 4) switch
            {
                0 => ("/slack/commands", Mutated(random, $"team_id={FakeSlack.Team}&channel_id=C1&user_id=U1&text=help{n}&response_url={Uri.EscapeDataString(slack.Slack.ResponseUrl.AbsoluteUri)}{n}&trigger_id={n}")),
                1 => ("/slack/interactions", $"payload={Uri.EscapeDataString(MutatedJson(random, Press(slack, n)))}"),
                _ => ("/slack/events", MutatedJson(random, SlackServer.Event(new { type = "message", channel_type = "im", user = "U0ASKER01", text = "help", ts = $"1767600001.{n:D6}", channel = $"D{n}" }, $"EvMutated{n}"))),
            };
            statuses.Add(await slack.SendAsync(path, body));
        });
        await slack.SayAsync("help", channel: "D0LAST001", type: "message");
        var messages = await slack.Slack.UntilAsync(messages => messages.Any(message => message.Channel == "D0LAST001"));

        Assert.Equal(Events, statuses.Count);
        Assert.All(statuses, status => Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.ServiceUnavailable }));
        Assert.True(messages.Count > Events / 20, $"Only {messages.Count} of them were still questions.");
        Assert.All(messages, message => Assert.True(message.Channel.StartsWith("response", StringComparison.Ordinal) || message.Channel.All(char.IsAsciiLetterOrDigit), message.Channel));
    }

    [Fact]
    public async Task A_body_may_be_as_large_as_a_message_with_all_its_blocks_and_no_larger()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        Assert.Equal(HttpStatusCode.OK, await slack.SendAsync("/slack/events", SlackServer.Event(new { type = "other", text = new string('x', 900_000) })));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await slack.SendAsync("/slack/events", new string(' ', 1_000_001)));
    }

    [Fact]
    public async Task Neither_a_token_nor_a_secret_stands_in_what_is_answered_or_posted()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, ("BotToken", "xoxb-wrong-token"));

        using var response = await slack.PostAsync("/slack/events", SlackServer.Event(new { type = "app_mention", user = "U1", text = "help", ts = "1.1", channel = "C1" }));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.DoesNotContain("xoxb", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_can_serve_no_workspace_refuse_to_start_in_one_line_without_a_secret()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => SlackServer.StartAsync(Some.Articles, ("BotToken", null)));

        Assert.StartsWith("Slack:BotToken: it is missing", Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(SlackServer.SigningSecret, refused.Message, StringComparison.Ordinal);
    }

    private static string Press(SlackServer slack, int n) => new JsonObject
    {
        ["type"] = "block_actions",
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
        ["user"] = new JsonObject { ["id"] = "U0ASKER01" },
        ["channel"] = new JsonObject { ["id"] = $"D{n}" },
        ["container"] = new JsonObject { ["is_ephemeral"] = false },
        ["message"] = new JsonObject { ["ts"] = "1.1", ["thread_ts"] = $"1767600001.{n:D6}" },
        ["response_url"] = $"{slack.Slack.ResponseUrl}{n}",
        ["actions"] = new JsonArray(new JsonObject { ["action_id"] = n % 8 == 1 ? "briefing-say-0" : "briefing-feedback", ["value"] = n % 8 == 1 ? "help" : "up 1" }),
    }.ToJsonString();

    // A value becomes another, or bytes do.
    private static string MutatedJson(Random random, string json)
    {
        var colons = Enumerable.Range(0, json.Length).Where(i => json[i] == ':').ToList();
        var from = colons[random.Next(colons.Count)] + 1;
        var end = json.IndexOfAny([',', '}'], from);
        return random.Next(3) == 0 ? Mutated(random, json) : $"{json[..from]}{Values[random.Next(Values.Length)]}{json[end..]}";
    }

    private static string Mutated(Random random, string text)
    {
        var mutated = new StringBuilder(text);
        for (var changes = random.Next(3); changes >= 0; changes--)
        {
            var at = random.Next(mutated.Length - 1);
            _ = random.Next(4) switch
            {
                0 => mutated.Remove(at, Math.Min(random.Next(40), mutated.Length - at - 1)),
                1 => mutated.Insert(at, (char)random.Next(1, 0xD800)),
                2 => mutated.Insert(at, mutated.ToString(at, Math.Min(30, mutated.Length - at))),
                _ => mutated.Replace(mutated[at], '"', at, 1),
            };
        }

        return mutated.ToString();
    }
}
