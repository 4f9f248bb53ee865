using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Slack;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Tests.Slack;

public sealed class SlackAnswerTests
{
    [Theory]
    [InlineData("Fish & chips <b>now</b> &amp;", "Fish &amp; chips &lt;b&gt;now&lt;/b&gt; &amp;amp;")]
    [InlineData("<!channel> <@U012AB3CD> <https://evil.example|bank>", "&lt;!channel&gt; &lt;@U012AB3CD&gt; &lt;https://evil.example|bank&gt;")]
    [InlineData("one\u202Eowt\u0007", "oneowt")]
    public void Exactly_what_Slack_reads_as_control_is_escaped(string text, string escaped) => Assert.Equal(escaped, SlackText.Escape(text));

    [Theory]
    [InlineData("Title\n===\n---\n# a", "Title\n\\===\n\\---\n\\# a")]
    [InlineData("|a|\n|-|", "\\|a|\n\\|-|")]
    [InlineData("*a* _b_ ~c~ `d` [1] [1](x) [x]: //evil", "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\` [1] \\[1](x) \\[x]: //evil")]
    public void Nothing_of_a_streamed_text_is_markup(string text, string markdown) => Assert.Equal(markdown, SlackText.EscapeMarkdown(text));

    [Theory]
    [InlineData("<@U0BOT0001> was it &lt;5 &amp;amp; 6?", "was it <5 &amp; 6?")]
    [InlineData("<@U0BOT0001|bot> see <https://news.example/a?b=1&amp;c=2|the article> in <#C1|general> by <@U2|ann> <!here>", "see the article in #general by @ann")]
    [InlineData("&amp;lt;", "&lt;")]
    public void What_is_typed_is_read_without_the_mention_and_unescaped_once(string text, string typed) => Assert.Equal(typed, SlackText.Typed(text, "U0BOT0001"));

    [Theory]
    [InlineData("https://news.example/a|b>c", "A|B <i>", "https://news.example/a%7Cb%3Ec")]
    [InlineData("javascript:alert(1)", "A", null)]
    [InlineData("slack://open", "A", null)]
    [InlineData(null, "A", null)]
    public void Only_an_address_of_http_or_https_becomes_a_link(string? address, string label, string? url)
    {
        var run = SlackBlocks.Link(address, label);

        Assert.Equal((url is null ? "text" : "link", url, label), ((string?)run["type"], (string?)run["url"], (string?)run["text"]));
    }

    [Fact]
    public void What_an_article_says_is_shown_letter_by_letter_whatever_marks_stand_in_it()
    {
        const string Words = "*bold* _it_ ~x~ `code` ```block``` <@U012AB3CD> <!channel> [x](https://evil.example) https://evil.example :fire: 5 > 3 & \"so\"\n> \n> - # a";
        var article = new Article("*a*.txt", "_T_ *B* <!here>", Words, new Provenance("The *Wire*", null, null, null, "en", "0"), []);
        Citation citation = new(1, new Quote(article, new TextSpan(0, Words.Length)), "~Ann~ `B`", Stance.Supports, null);
        var answer = Some.Answer($"Not so *at all*: “{Words}” [1]", [citation]) with
        {
            Question = "Was *it* _so_?",
            StatusReason = "*one* says so",
            Note = "`note`",
            Model = "any_model_v1",
            History = [new HistoryEntry(new DateOnly(2025, 1, 1), ClaimStatus.Denied, citation), new HistoryEntry(new DateOnly(2025, 1, 2), ClaimStatus.Denied, citation)],
        };

        var messages = SlackAnswer.Of(new BotAnswer("1", answer), "typed");

        Assert.Empty(messages.SelectMany(message => SlackLimits.Faults(message.Text, message.BlocksJson())));
        List<string> shown = [.. messages.SelectMany(message => SlackLimits.Texts(message.BlocksJson()))];
        Assert.Contains($"> “{Words}”", shown);
        Assert.Contains("[1] ~Ann~ `B` · The *Wire* · date unknown · _T_ *B* <!here>", shown);
        Assert.Contains("*one* says so", shown);
        Assert.Contains(shown, text => text.Contains("Was *it* _so_?", StringComparison.Ordinal));
        Assert.DoesNotContain("\"url\"", string.Concat(messages.Select(message => message.BlocksJson().ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_hold_all_of_a_text_and_none_is_too_long_once_it_is_escaped()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(i => i % 7 == 0 ? "<&>\n" : i % 5 == 0 ? "😀" : $"word{i} "));

        var pieces = SlackText.Pieces(text, 500).ToList();

        Assert.All(pieces, piece => Assert.InRange(SlackText.Escape(piece).Length, 1, 500));
        Assert.Equal(Letters(text), Letters(string.Concat(pieces)));
    }

    [Fact]
    public void A_correction_keeps_its_lead_and_what_is_said_after_the_quotes_stays()
    {
        var article = new Article("a.txt", "Lock", "Four people died. Correction: seven people died.", new Provenance("The Wire", null, null, null, "en", "0"), []);
        Citation first = new(1, new Quote(article, new TextSpan(0, 17)), null, Stance.Refutes, null);
        Citation second = new(2, new Quote(article, new TextSpan(18, 48)), null, Stance.Unrelated, null);
        var answer = Some.Answer("Not so: The Wire: “Four people died.” [1] Corrected on 2025-03-14: “Correction: seven people died.” [2] [1] is the version of 2025-03-14.", [first, second]);

        var shown = string.Join('\n', SlackAnswer.Of(new BotAnswer("1", answer), answer.Question).SelectMany(message => SlackLimits.Texts(message.BlocksJson())));

        Assert.Contains("Not so:\n> “Four people died.”", shown, StringComparison.Ordinal);
        Assert.Contains("Corrected on 2025-03-14:\n> “Correction: seven people died.”", shown, StringComparison.Ordinal);
        Assert.Contains("[1] is the version of 2025-03-14.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_says_it_and_when_is_said_once_under_the_quote()
    {
        var article = new Article("a.txt", "Lock", "Four people died. Seven people died.", new Provenance("The Wire", null, null, new DateOnly(2025, 3, 14), "en", "0"), []);
        Citation first = new(1, new Quote(article, new TextSpan(0, 17)), "Ann Lee", Stance.Supports, null);
        Citation second = new(2, new Quote(article, new TextSpan(18, 36)), null, Stance.Supports, null);
        var answer = Some.Answer("Denied: 2025-03-14: Ann Lee: “Four people died.” [1] 2025-03-14: The Wire: “Seven people died.” [2]", [first, second]);

        var shown = string.Join('\n', SlackAnswer.Of(new BotAnswer("1", answer), answer.Question).SelectMany(message => SlackLimits.Texts(message.BlocksJson())));

        Assert.Contains("\nDenied:\n> “Four people died.”\n[1] Ann Lee · The Wire · 2025-03-14 · Lock\n> “Seven people died.”\n[2] The Wire · 2025-03-14 · Lock\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_of_any_length_stays_within_every_limit_and_is_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 4000).Select(i => $"w{i} <&> "));
        var article = new Article("a.txt", new string('T', 4000), text, new Provenance(new string('&', 2000), null, $"https://news.example/{new string('a', 4000)}", null, "en", "0"), []);
        var citations = Enumerable.Range(1, 60).Select(n => new Citation(n, new Quote(article, new TextSpan(0, n * 300)), new string('<', 1000), Stance.Supports, null)).ToList();
        var answer = Some.Answer(text, citations) with { Model = "any:model", StatusReason = text, Question = new string('q', 2500) };

        var messages = SlackAnswer.Of(new BotAnswer("1", answer), "typed");

        Assert.Empty(messages.SelectMany(message => SlackLimits.Faults(message.Text, message.BlocksJson())));
        var shown = Letters(string.Concat(messages.SelectMany(message => SlackLimits.Texts(message.BlocksJson()))).Replace("&amp;", "", StringComparison.Ordinal).Replace("&lt;", "", StringComparison.Ordinal).Replace("&gt;", "", StringComparison.Ordinal));
        Assert.Contains(Letters(text), shown, StringComparison.Ordinal);
        Assert.All(citations, citation => Assert.Contains(Letters(citation.Quote.Text), shown, StringComparison.Ordinal));
    }

    [Fact]
    public void Many_short_quotes_and_a_quote_without_a_blank_stay_within_the_limits_too()
    {
        var text = new string('x', 10_000);
        var article = new Article("a.txt", "T", text, new Provenance("O", null, null, null, "en", "0"), []);
        var citations = Enumerable.Range(1, 60).Select(n => new Citation(n, new Quote(article, new TextSpan(0, n == 60 ? text.Length : 3)), null, Stance.Supports, null)).ToList();

        var messages = SlackAnswer.Of(new BotAnswer("1", Some.Answer("x", citations) with { Model = "any:model" }), Some.Question);

        // Three, and two for each quote: two more would be one too many.
        Assert.Empty(messages.SelectMany(message => SlackLimits.Faults(message.Text, message.BlocksJson())));
        Assert.Equal(49, messages[0].Blocks.Count);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
