using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Slack;
using BriefingBot.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.Slack;

public sealed class SlackStreamTests
{
    private static readonly (string, string?) AtOnce = ("StreamAfterMilliseconds", "0");

    [Theory]
    [InlineData("C0NEWS001")]
    [InlineData("D0ASKER01")]
    public async Task An_answer_that_takes_time_is_streamed_and_ends_with_its_quotes(string channel)
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, AtOnce);

        await slack.SayAsync(Some.Question, channel: channel, type: channel[0] == 'D' ? "message" : "app_mention", stamp: "1767600009.000100");
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages is [{ IsStreaming: false }]));

        Assert.Equal("1767600009.000100", message.Thread);
        Assert.Contains(":large_purple_circle: **DISPUTED**", message.Markdown, StringComparison.Ordinal);
        Assert.Contains("Harbour Wire · 2025-02-03", message.Shown, StringComparison.Ordinal);
        Assert.Equal(2, message.Shown.Split("The ministry denied that the lock at Kestrin was closed").Length);
        Assert.Contains("Searched 2 articles", message.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("chat.postMessage", slack.Slack.Calls);
    }

    [Fact]
    public void A_quote_that_is_not_in_the_streamed_text_stands_below_it()
    {
        var article = new Article("a.txt", "Lock", "Four people died. Seven people died.", new Provenance("The Wire", null, null, null, "en", "0"), []);
        Citation first = new(1, new Quote(article, new TextSpan(0, 17)), null, Stance.Supports, null);
        Citation second = new(2, new Quote(article, new TextSpan(18, 36)), null, Stance.Supports, null);

        var shown = string.Join('\n', SlackAnswer.Below(new BotAnswer("1", Some.Answer("“Four people died.” [1]", [first, second])), "typed", taken: 40).SelectMany(message => SlackLimits.Texts(message.BlocksJson())));

        Assert.DoesNotContain("Four people died", shown, StringComparison.Ordinal);
        Assert.Contains("[1] The Wire", shown, StringComparison.Ordinal);
        Assert.Contains("> “Seven people died.”\n[2] The Wire", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_streams_are_unknown_the_answer_is_posted_and_updated_and_streams_are_not_tried_again()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, AtOnce);
        slack.Slack.Refuse("chat.startStream", "unknown_method");

        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message");
        await slack.Slack.UntilAsync(messages => messages.Count == 1 && messages[0].Shown.Contains("Searched", StringComparison.Ordinal));
        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message");
        await slack.Slack.UntilAsync(messages => messages.Count == 2 && messages[1].Shown.Contains("Searched", StringComparison.Ordinal));

        Assert.Single(slack.Slack.Calls, "chat.startStream");
        Assert.Equal(2, slack.Slack.Calls.Count(call => call == "chat.postMessage"));
    }

    [Fact]
    public async Task A_stream_that_Slack_has_closed_is_updated_to_the_whole_answer()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, AtOnce);
        slack.Slack.Refuse("chat.stopStream", "message_not_in_streaming_state");

        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message");
        var message = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Any(message => message.Shown.Contains("Searched", StringComparison.Ordinal))));

        Assert.StartsWith("\n:large_purple_circle: *DISPUTED*\n", message.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_stream_can_be_neither_ended_nor_updated_is_posted()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, AtOnce);
        slack.Slack.Refuse("chat.stopStream", "internal_error");
        slack.Slack.Refuse("chat.update", "cant_update_message");

        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message");
        var messages = await slack.Slack.UntilAsync(messages => messages.Any(message => message.Shown.Contains("Searched", StringComparison.Ordinal)));

        Assert.Equal(2, messages.Count);
    }

    [Fact]
    public async Task What_comes_later_is_appended_alone_and_nothing_of_it_is_markup()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        var stream = StreamOf(slack);

        await stream.ShowAsync(Decided, "*One* [1]", TestContext.Current.CancellationToken);
        await stream.ShowAsync(null, " two [evil](https://evil.example) <!channel>", TestContext.Current.CancellationToken);
        await stream.FinishAsync(new BotText("Done."), TestContext.Current.CancellationToken);

        var message = Assert.Single(slack.Slack.Messages);
        Assert.Equal(2, message.Grown);
        Assert.EndsWith(@"\*One\* [1] two \[evil](https\://evil.example) &lt;!channel&gt;", message.Markdown, StringComparison.Ordinal);
        Assert.Equal(["chat.startStream", "chat.appendStream", "chat.stopStream"], slack.Slack.Calls);
    }

    [Fact]
    public async Task Once_Slack_closes_the_stream_the_message_is_updated()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        var stream = StreamOf(slack);
        slack.Slack.Refuse("chat.appendStream", "message_not_in_streaming_state");

        await stream.ShowAsync(Decided, "One", TestContext.Current.CancellationToken);
        await stream.ShowAsync(null, " two", TestContext.Current.CancellationToken);
        await stream.ShowAsync(null, " three", TestContext.Current.CancellationToken);

        Assert.Contains("One two three…", Assert.Single(slack.Slack.Messages).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_that_is_streamed_is_given_whole_too()
    {
        await using var slack = await SlackServer.StartAsync(Some.LongArticles, AtOnce);

        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message");
        var messages = await slack.Slack.UntilAsync(messages => messages.Any(message => message.Shown.Contains("Searched", StringComparison.Ordinal)));

        Assert.All(messages, message => Assert.False(message.IsStreaming));
        Assert.True(messages.Count > 1);
    }

    [Fact]
    public async Task Where_Slack_refuses_every_message_nothing_else_fails()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        slack.Slack.Refuse("chat.postMessage", "not_in_channel");

        await slack.SayAsync(Some.Question, channel: "D0ASKER01", type: "message", stamp: "1767600009.000100");
        await slack.SayAsync("help", channel: "D0ASKER01", type: "message", thread: "1767600009.000100");

        Assert.Contains("check CLAIM", Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1)).Shown, StringComparison.Ordinal);
    }

    private static StatusDecided Decided { get; } = new("Was it?", Reply.Answered, ClaimStatus.Reported, "one says so", null);

    private static SlackStream StreamOf(SlackServer slack)
    {
        var services = slack.Server.Services;
        var turn = new SlackTurn(services.GetRequiredService<SlackWorkspaces>().All[0], new SlackPlace(FakeSlack.Team, null), "C0NEWS001", "U0ASKER01", "Was it?") { Teams = [FakeSlack.Team], Thread = "1767600009.000100" };
        return new SlackStream(services.GetRequiredService<SlackClient>(), services.GetRequiredService<SlackPace>(), turn);
    }
}
