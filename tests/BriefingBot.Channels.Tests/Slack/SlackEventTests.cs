using System.Net;
using System.Text.Json;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.Slack;

public sealed class SlackEventTests
{
    [Fact]
    public async Task A_mention_is_answered_in_its_thread_status_first_then_quotes_with_source_and_what_was_searched()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        var status = await slack.SayAsync($"<@{FakeSlack.BotUser}> {Some.Question}", stamp: "1767600009.000100");
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("C0NEWS001", "1767600009.000100"), (message.Channel, message.Thread));
        Assert.StartsWith("\n:large_purple_circle: *DISPUTED*\n", message.Shown, StringComparison.Ordinal);
        Assert.Contains("> The ministry denied", message.Shown.Replace("“", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Harbour Wire · 2025-02-03 · [Ministry denies that lock was closed](https://news.example/lock?a=1&b=2)", message.Shown, StringComparison.Ordinal);
        Assert.Contains("Searched 2 articles", message.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message");

        Assert.Equal("D0ASKER01", Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1)).Channel);
    }

    [Fact]
    public async Task A_follow_up_in_the_thread_needs_no_mention_and_is_understood_from_it()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        await slack.SayAsync($"<@{FakeSlack.BotUser}> {Some.Question}", stamp: "1767600009.000100");
        await slack.Slack.UntilAsync(messages => messages.Count == 1);

        await slack.SayAsync("Who denied that?", thread: "1767600009.000100", type: "message");
        var followUp = (await slack.Slack.UntilAsync(messages => messages.Count == 2))[1];

        Assert.Equal("1767600009.000100", followUp.Thread);
        Assert.Contains("The ministry denied", followUp.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_goes_on_from_the_one_before_though_each_is_answered_in_a_thread_of_its_own()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message", stamp: "1767600009.000100");
        await slack.SayAsync("Who denied that?", channel: "D0ASKER01", type: "message", stamp: "1767600009.000200");
        await slack.SayAsync("Who denied that?", channel: "D0OTHER01", type: "message", stamp: "1767600009.000300");
        var messages = await slack.Slack.UntilAsync(messages => messages.Count == 3);

        var followUp = Assert.Single(messages, message => message.Thread == "1767600009.000200");
        Assert.Contains("Understood as: Who denied", followUp.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Understood as", Assert.Single(messages, message => message.Channel == "D0OTHER01").Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_of_a_direct_message_goes_on_from_itself_whatever_was_asked_since()
    {
        await using var slack = await SlackServer.StartAsync([.. Some.Articles, ("bridge.md", "---\noutlet: Bridge Post\n---\nThe council denied that the bridge at Ostrava was sold.")]);
        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message", stamp: "1767600009.000100");
        await slack.SayAsync("Was the bridge at Ostrava sold?", channel: "D0ASKER01", type: "message", stamp: "1767600009.000200");

        await slack.SayAsync("Who denied that?", channel: "D0ASKER01", type: "message", thread: "1767600009.000100");
        var messages = await slack.Slack.UntilAsync(messages => messages.Count == 3);

        Assert.Contains("Understood as: Who denied", messages[2].Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("bridge", messages[2].Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Was the lock at Kestrin closed?", "1767600055.000100")]
    [InlineData("Thanks, Mary will look into the budget of Norway", "1767600009.000100")]
    [InlineData("<@U0OTHER01> was the lock at Kestrin closed?", "1767600009.000100")]
    public async Task What_people_say_to_each_other_is_not_answered(string said, string thread)
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        await slack.SayAsync($"<@{FakeSlack.BotUser}> {Some.Question}", stamp: "1767600009.000100");
        await slack.Slack.UntilAsync(messages => messages.Count == 1);

        await slack.SayAsync(said, thread: thread, type: "message");
        await slack.SayAsync("help", channel: "D0LAST001", type: "message");
        await slack.Slack.UntilAsync(messages => messages.Any(message => message.Channel == "D0LAST001"));

        // What is taken of a thread is answered in order: a mention there comes after it.
        await slack.SayAsync($"<@{FakeSlack.BotUser}> help", thread: thread);
        var messages = await slack.Slack.UntilAsync(messages => messages.Count(message => message.Channel == "C0NEWS001") >= 2);
        Assert.Contains("check CLAIM", messages[^1].Shown, StringComparison.Ordinal);
        Assert.Equal(2, messages.Count(message => message.Channel == "C0NEWS001"));
    }

    [Fact]
    public async Task Bots_the_bot_itself_and_changes_of_messages_are_not_answered()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        object[] ignored =
        [
            new { type = "message", channel_type = "im", user = "U1", text = Some.Question, ts = "1.1", channel = "D1", bot_id = "B1" },
            new { type = "message", channel_type = "im", user = FakeSlack.BotUser, text = Some.Question, ts = "1.2", channel = "D1" },
            new { type = "message", channel_type = "im", user = "U1", text = Some.Question, ts = "1.3", channel = "D1", subtype = "message_changed" },
            new { type = "message", channel_type = "im", text = Some.Question, ts = "1.4", channel = "D1" },
            new { type = "message", channel_type = "channel", user = "U1", text = Some.Question, ts = "1.5", channel = "C1" },
            new { type = "reaction_added", user = "U1", text = Some.Question, ts = "1.6", channel = "C1" },
        ];

        foreach (var message in ignored)
            Assert.Equal(HttpStatusCode.OK, await slack.SendAsync("/slack/events", SlackServer.Event(message)));
        await slack.SayAsync("help", channel: "D1", type: "message");
        await slack.SettledAsync();

        Assert.Contains("check CLAIM", Assert.Single(slack.Slack.Messages).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slack_is_to_send_again_what_there_is_no_room_for()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        await slack.Server.Services.GetRequiredService<PendingTurns>().StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await slack.SayAsync("help", channel: "D1", type: "message"));
    }

    [Fact]
    public async Task A_token_follows_no_redirect()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        slack.Slack.Refuse("chat.postMessage", "redirect");

        await slack.SayAsync("help", channel: "D1", type: "message");
        await slack.SettledAsync();

        Assert.Equal(["auth.test", "chat.postMessage"], slack.Slack.Calls);
    }

    [Fact]
    public async Task Events_that_come_three_times_in_any_order_are_answered_once_each()
    {
        const int Questions = 20;
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        var storm = Enumerable.Range(0, 3 * Questions).Select(i => i % Questions).ToArray();
        new Random(7).Shuffle(storm);

        var statuses = await Task.WhenAll(storm.Select(n => slack.SayAsync(Some.Question, channel: $"D0ASKER{n:D2}", type: "message", stamp: $"1767600001.{n:D6}", id: $"EvStorm{n}")));
        await slack.Slack.UntilAsync(messages => messages.Count >= Questions);
        await slack.SayAsync("help", channel: "D0LAST001", type: "message");
        var messages = await slack.Slack.UntilAsync(messages => messages.Any(message => message.Channel == "D0LAST001"));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(Questions + 1, messages.Count);
        Assert.Equal(Questions + 1, messages.Select(message => message.Channel).Distinct().Count());
        Assert.Single(slack.Slack.Calls, "auth.test");
    }

    [Fact]
    public async Task What_is_said_to_be_sent_again_is_answered_where_it_has_not_been()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        var question = SlackServer.Event(new { type = "message", channel_type = "im", user = "U1", text = "help", ts = "1.1", channel = "D1" });

        using var response = await slack.PostAsync("/slack/events", question, DateTimeOffset.UtcNow.ToUnixTimeSeconds(), SlackServer.SigningSecret, ("X-Slack-Retry-Num", "2"), ("X-Slack-Retry-Reason", "http_timeout"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));
    }

    [Theory]
    [InlineData(Some.Question, 2)]
    [InlineData("", 1)]
    public async Task A_file_is_said_not_to_be_read_and_the_words_with_it_are_answered(string text, int replies)
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        await slack.SendAsync("/slack/events", SlackServer.Event(new { type = "message", subtype = "file_share", channel_type = "im", user = "U1", text, ts = "1.1", channel = "D1", files = new[] { new { id = "F1" } } }));
        await slack.SayAsync("help", channel: "D1", type: "message", thread: "1.1");
        var messages = await slack.Slack.UntilAsync(messages => messages.Any(message => message.Shown.Contains("check CLAIM", StringComparison.Ordinal)));

        Assert.Contains("I read no files", messages[0].Shown, StringComparison.Ordinal);
        Assert.Equal(replies + 1, messages.Count);
        Assert.Equal(replies == 2, messages[1].Shown.Contains("*DISPUTED*", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "Slack:Workspaces:E0GRID001:")]
    [InlineData(true, "Slack:")]
    [InlineData(false, "Slack:Workspaces:E0GRID001:")]
    public async Task An_app_that_is_installed_for_an_organization_answers_in_its_workspaces_and_only_there(bool isOfIt, string section)
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, [("BotToken", null), ("SigningSecret", null), ($"{section[6..]}BotToken", FakeSlack.BotToken), ($"{section[6..]}SigningSecret", SlackServer.SigningSecret)]);
        slack.Slack.Organization = "E0GRID001";
        var question = JsonSerializer.Serialize(new
        {
            type = "event_callback",
            event_id = "Ev1",
            team_id = "T0SOME001",
            enterprise_id = isOfIt ? "E0GRID001" : "E0OTHER01",
            is_ext_shared_channel = false,
            @event = new { type = "app_mention", user = "W1", text = $"<@{FakeSlack.BotUser}> help", ts = "1.1", channel = "C1" },
        });

        var status = await slack.SendAsync("/slack/events", question);

        Assert.Equal(isOfIt ? HttpStatusCode.OK : HttpStatusCode.Forbidden, status);
        if (isOfIt)
            Assert.Contains("check CLAIM", Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1)).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_is_given_whole_over_several_messages_of_the_thread()
    {
        await using var slack = await SlackServer.StartAsync(Some.LongArticles);

        await slack.SayAsync($"<@{FakeSlack.BotUser}> {Some.Question}", stamp: "1767600009.000100");
        var messages = await slack.Slack.UntilAsync(messages => messages.Any(message => message.Shown.Contains("Searched", StringComparison.Ordinal)));

        Assert.True(messages.Count > 1);
        Assert.All(messages, message => Assert.Equal("1767600009.000100", message.Thread));
        var shown = Letters(string.Concat(messages.Select(message => message.Shown)).Replace("&amp;", "&", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", "", StringComparison.Ordinal));
        var quoted = Some.LongArticles.Count(article => shown.Contains(Letters(article.Text.Split("\n\n")[1].Trim('\n')), StringComparison.Ordinal));
        Assert.True(quoted >= 3, $"{quoted} of the quotes are whole.");
    }

    [Fact]
    public async Task A_mention_alone_is_greeted_with_what_can_be_asked()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        await slack.SayAsync($"<@{FakeSlack.BotUser}> ", stamp: "1767600009.000100");

        Assert.StartsWith("\nHello, I am BriefingBot. Ask a question about the articles.", Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1)).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_cannot_be_asked_gets_one_line_that_says_why()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        await slack.SayAsync($"<@{FakeSlack.BotUser}> …", stamp: "1767600009.000100");

        Assert.Contains("The question holds no word to search for", Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1)).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Slack_asks_to_wait_the_message_comes_after_it()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        slack.Slack.Refuse("chat.postMessage", "wait 30", "wait 7");
        var before = slack.Slack.Clock.GetUtcNow();

        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message");

        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));
        Assert.True(message.At - before >= TimeSpan.FromSeconds(37));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Who_asked_the_bot_too_long_ago_is_told_to_ask_again_and_nobody_else(bool isAddressed, int messages)
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        var kept = new KeptSlackTurn(new SlackPlace(FakeSlack.Team, null), "C0NEWS001", "U0ASKER01", Some.Question, "1767600009.000100", ResponseUrl: null, isAddressed, HasFiles: false, [FakeSlack.Team]);

        await slack.Server.Services.GetRequiredService<SlackInbox>().AnswerAsync(kept.Write(), isLate: true, TestContext.Current.CancellationToken);

        Assert.Equal(messages, slack.Slack.Messages.Count(message => message.Thread == "1767600009.000100" && message.Shown.Contains($"ask again: {Some.Question}", StringComparison.Ordinal)));
    }

    // A quote that goes on in the next block or message: the same letters.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
