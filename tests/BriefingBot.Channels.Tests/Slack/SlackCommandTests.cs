using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Answers;
using BriefingBot.Channels.Feedbacks;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.Slack;

public sealed class SlackCommandTests
{
    [Fact]
    public async Task A_slash_command_is_acknowledged_at_once_and_answered_for_the_asker_alone()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        using var response = await slack.PostAsync("/slack/commands", Command(slack, Some.Question));
        var acknowledged = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));

        Assert.Equal(("ephemeral", $"Searching for: {Some.Question}"), (acknowledged.GetProperty("response_type").GetString(), acknowledged.GetProperty("text").GetString()));
        Assert.False(acknowledged.GetProperty("mrkdwn").GetBoolean());
        Assert.Equal("response 1", message.Channel);
        Assert.Contains("*DISPUTED*", message.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("chat.postMessage", slack.Slack.Calls);
    }

    [Fact]
    public async Task A_command_without_a_question_gets_help_and_one_that_is_replayed_is_not_answered_again()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        var command = Command(slack, "sources");

        using var help = await slack.PostAsync("/slack/commands", Command(slack, " "));
        using var first = await slack.PostAsync("/slack/commands", command);
        using var replayed = await slack.PostAsync("/slack/commands", command);
        using var last = await slack.PostAsync("/slack/commands", Command(slack, "help", id: "2"));
        var messages = await slack.Slack.UntilAsync(messages => messages.Any(message => message.Channel == "response 2"));

        Assert.Contains("check CLAIM", await help.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, replayed.StatusCode);
        Assert.Equal(2, messages.Count);
    }

    [Theory]
    [InlineData("https://evil.example/hooks/1")]
    [InlineData("http://127.0.0.1:1/hooks/1")]
    [InlineData("https://hooks.slack.com@evil.example/1")]
    [InlineData("not an address")]
    public async Task No_answer_is_sent_to_an_address_that_is_not_configured(string responseUrl)
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        using var response = await slack.PostAsync("/slack/commands", Command(slack, Some.Question, responseUrl: responseUrl));

        Assert.Contains("without what is needed", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_to_a_command_is_given_whole_though_only_five_messages_may_go_to_it()
    {
        await using var slack = await SlackServer.StartAsync(Some.LongArticles);

        using var response = await slack.PostAsync("/slack/commands", Command(slack, Some.Question));
        var messages = await slack.Slack.UntilAsync(messages => messages.Any(message => message.Shown.Contains("Searched", StringComparison.Ordinal)));

        Assert.True(messages.Count > 1);
    }

    [Fact]
    public async Task What_is_longer_than_five_messages_goes_on_to_the_asker_directly()
    {
        await using var slack = await SlackServer.StartAsync(Enumerable.Range(10, 12).Select(n => ($"{n}.md", $"---\ntitle: Lock\noutlet: Outlet {n} {new string('x', 6000)}\n---\nThe lock at Kestrin was closed.")));

        using var response = await slack.PostAsync("/slack/commands", Command(slack, "sources"));
        await slack.SettledAsync();
        var messages = slack.Slack.Messages;

        Assert.True(messages.Count > 5);
        Assert.All(messages.Skip(5), message => Assert.Equal("U0ASKER01", message.Channel));
        var shown = string.Concat(messages.Select(message => message.Shown));
        Assert.All(Enumerable.Range(10, 12), n => Assert.Contains($"Outlet {n}", shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_under_what_one_user_alone_sees_answers_that_user_alone()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        using var response = await slack.PostAsync("/slack/commands", Command(slack, Some.Question));
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));

        await slack.SendAsync("/slack/interactions", Press(slack, message with { Channel = "C0NEWS001" }, Buttons(message, "briefing-say-0")[0], "briefing-say-0", isEphemeral: true));
        await slack.SettledAsync();

        Assert.Equal("response pressed", slack.Slack.Messages[^1].Channel);
        Assert.DoesNotContain("chat.postMessage", slack.Slack.Calls);
    }

    [Theory]
    [InlineData(0, FeedbackRating.Up)]
    [InlineData(1, FeedbackRating.Down)]
    public async Task A_thumb_is_kept_as_feedback_on_the_answer_and_thanked_for(int button, FeedbackRating rating)
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        await slack.SayAsync($"<@{FakeSlack.BotUser}> {Some.Question}", stamp: "1767600009.000100");
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));

        var status = await slack.SendAsync("/slack/interactions", Press(slack, message, Buttons(message, "briefing-feedback")[button], "briefing-feedback"));
        var thanks = (await slack.Slack.UntilAsync(messages => messages.Count == 2))[1];

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("your feedback is kept", thanks.Shown, StringComparison.Ordinal);
        var kept = KeptFeedback.Read(Assert.Single(await EntriesAsync(slack)));
        Assert.Equal((rating, Some.Question), (kept.Rating, kept.Turn.Asked));
    }

    [Fact]
    public async Task A_thumb_on_an_answer_of_another_channel_is_not_kept()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        await slack.SayAsync($"<@{FakeSlack.BotUser}> {Some.Question}", stamp: "1767600009.000100");
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));

        await slack.SendAsync("/slack/interactions", Press(slack, message with { Channel = "C0OTHER01" }, Buttons(message, "briefing-feedback")[0], "briefing-feedback"));
        await slack.Slack.UntilAsync(messages => messages.Count == 2);

        Assert.Empty(await EntriesAsync(slack));
    }

    [Fact]
    public async Task Check_again_answers_anew_in_the_thread()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        await slack.SayAsync($"<@{FakeSlack.BotUser}> {Some.Question}", stamp: "1767600009.000100");
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));

        await slack.SendAsync("/slack/interactions", Press(slack, message, Buttons(message, "briefing-say-0")[0], "briefing-say-0"));
        var again = (await slack.Slack.UntilAsync(messages => messages.Count == 2))[1];

        Assert.Equal("1767600009.000100", again.Thread);
        Assert.Contains("*DISPUTED*", again.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_said_what_lists_the_statements_of_the_first_quote_s_article()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        await slack.SayAsync($"<@{FakeSlack.BotUser}> {Some.Question}");
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));

        await slack.SendAsync("/slack/interactions", Press(slack, message, Buttons(message, "briefing-say-1")[0], "briefing-say-1"));
        var listed = (await slack.Slack.UntilAsync(messages => messages.Count == 2))[1];

        Assert.Contains("Who said what in ", listed.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thumb_under_what_went_to_the_user_directly_is_kept_too()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        using var response = await slack.PostAsync("/slack/commands", Command(slack, Some.Question));
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));

        await slack.SendAsync("/slack/interactions", Press(slack, message with { Channel = "D0ASKER01" }, Buttons(message, "briefing-feedback")[0], "briefing-feedback"));
        await slack.Slack.UntilAsync(messages => messages.Any(message => message.Shown.Contains("Thank you", StringComparison.Ordinal)));

        Assert.Single(await EntriesAsync(slack));
    }

    private static string Command(SlackServer slack, string text, string id = "1", string? responseUrl = null) => Form(
        ("team_id", FakeSlack.Team), ("channel_id", "C0NEWS001"), ("user_id", "U0ASKER01"), ("command", "/brief"), ("text", text),
        ("response_url", responseUrl ?? $"{slack.Slack.ResponseUrl}{id}"), ("trigger_id", id));

    private static string Press(SlackServer slack, FakeMessage message, string value, string action, bool isEphemeral = false) => Form(("payload", new JsonObject
    {
        ["type"] = "block_actions",
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
        ["user"] = new JsonObject { ["id"] = "U0ASKER01" },
        ["channel"] = new JsonObject { ["id"] = message.Channel },
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Stamp, ["is_ephemeral"] = isEphemeral },
        ["message"] = new JsonObject { ["ts"] = message.Stamp, ["thread_ts"] = message.Thread },
        ["response_url"] = $"{slack.Slack.ResponseUrl}pressed",
        ["actions"] = new JsonArray(new JsonObject { ["action_id"] = action, ["value"] = value }),
    }.ToJsonString()));

    private static string Form(params (string Name, string Value)[] fields) => string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

    private static List<string> Buttons(FakeMessage message, string action)
    {
        var button = message.Blocks.SelectMany(block => block!["elements"]?.AsArray() ?? []).Single(element => element!["action_id"]?.GetValue<string>() == action)!;
        return button["value"] is { } value ? [value.GetValue<string>()] : [button["positive_button"]!["value"]!.GetValue<string>(), button["negative_button"]!["value"]!.GetValue<string>()];
    }

    private static async Task<List<JournalEntry>> EntriesAsync(SlackServer slack) =>
        await slack.Server.Services.GetRequiredService<IJournal>().ReadAllAsync(FeedbackLog.Prefix, Cancellation).ToListAsync(Cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
