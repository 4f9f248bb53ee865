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
    [InlineData("<@U0BOT0001> was it &lt;5 &amp;amp; 6?", "was it <5 &amp; 6?")]
    [InlineData("<@U0BOT0001|bot> see <https://news.example/a?b=1&amp;c=2|the article> in <#C1|general> by <@U2|ann> <!here>", "see the article in #general by @ann")]
    [InlineData("&amp;lt;", "&lt;")]
    public void What_is_typed_is_read_without_the_mention_and_unescaped_once(string text, string typed) => Assert.Equal(typed, SlackText.Typed(text, "U0BOT0001"));

    [Theory]
    [InlineData("https://news.example/a|b>c", "A|B <i>", "<https://news.example/a%7Cb%3Ec|A¦B &lt;i&gt;>")]
    [InlineData("javascript:alert(1)", "A", "A")]
    [InlineData("slack://open", "A", "A")]
    [InlineData(null, "A\nB", "A B")]
    public void Only_an_address_of_http_or_https_becomes_a_link(string? address, string label, string mrkdwn) => Assert.Equal(mrkdwn, SlackText.Link(address, label));

    [Fact]
    public void Each_line_of_a_quote_is_marked_as_one() => Assert.Equal("> one\n> &lt;two&gt;\n> \n> three", SlackText.Quote("one\n<two>\n\nthree"));

    [Fact]
    public void Pieces_hold_all_of_a_text_and_none_is_too_long_once_it_is_quoted()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(i => i % 7 == 0 ? "<&>\n" : i % 5 == 0 ? "😀" : $"word{i} "));

        var pieces = SlackText.Pieces(text, 500).ToList();

        Assert.All(pieces, piece => Assert.InRange(SlackText.Quote(piece).Length, 1, 500));
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
