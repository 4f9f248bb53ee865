using BriefingBot.Channels.Bots;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.Bots;

public sealed class ChatTests
{
    private static readonly (string, string)[] Articles =
    [
        ("lock.md", "---\ntitle: Lock closed at Kestrin\noutlet: Kestrin Courier\ndate: 2024-05-06\n---\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said.\n\n“The gate will be replaced in spring,” said Odile Frahm, who heads the authority."),
    ];

    [Fact]
    public async Task An_answer_comes_as_progress_status_sentences_and_the_whole()
    {
        var replies = await ReplyAsync("Was the lock at Kestrin closed?");

        Assert.Equal("Searching 1 article…", Assert.IsType<BotProgress>(replies[0]).Text);
        Assert.IsType<BotStatus>(replies[1]);
        var answer = Assert.IsType<BotAnswer>(replies[^1]).Answer;
        Assert.Equal(answer.Text, string.Concat(replies.OfType<BotSentence>().Select(sentence => sentence.Written.Text)));
    }

    [Fact]
    public async Task A_claim_is_answered_alike()
    {
        var replies = await ReplyAsync("check The lock at Kestrin was closed.");

        Assert.Equal([typeof(BotProgress), typeof(BotStatus), typeof(BotSentence), typeof(BotAnswer)], replies.Select(reply => reply.GetType()));
    }

    [Fact]
    public async Task Sources_name_the_outlets_and_the_days()
    {
        var text = Assert.IsType<BotText>(Assert.Single(await ReplyAsync("sources"))).Text;

        Assert.Contains("1 article, dated 2024-05-06 to 2024-05-06", text, StringComparison.Ordinal);
        Assert.Contains("Kestrin Courier: 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_of_an_article_say_who_said_what()
    {
        var text = Assert.IsType<BotText>(Assert.Single(await ReplyAsync("quotes lock.md"))).Text;

        Assert.Contains("the river authority said: The lock at Kestrin was closed", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quotes Lock closed at Kestrin")]
    [InlineData("Quotes “lock closed at kestrin”")]
    [InlineData("quotes lock.md")]
    public async Task An_article_is_named_by_its_title_as_well(string text) => Assert.StartsWith("Who said what in Lock closed at Kestrin:", Assert.IsType<BotText>(Assert.Single(await ReplyAsync(text))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Quotes_of_no_article_are_a_question() => Assert.IsType<BotAnswer>((await ReplyAsync("quotes of Odile Frahm on the gate"))[^1]);

    [Fact]
    public async Task What_cannot_be_asked_is_told_in_one_line()
    {
        var replies = await ReplyAsync("…");

        Assert.Equal("The question holds no word to search for; name what it is about.", Assert.IsType<BotText>(replies[^1]).Text);
    }

    private static async Task<List<BotReply>> ReplyAsync(string text)
    {
        await using var server = await RunningServer.StartAsync(Articles);
        List<BotReply> replies = [];
        await foreach (var reply in server.Services.GetRequiredService<Chat>().ReplyAsync(new Ask(text, new Caller("teams")) { Conversation = "one" }, TestContext.Current.CancellationToken))
            replies.Add(reply);
        return replies;
    }
}
