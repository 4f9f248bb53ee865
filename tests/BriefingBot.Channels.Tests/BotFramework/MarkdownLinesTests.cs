using System.Text.RegularExpressions;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.BotFramework.Views;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Tests.BotFramework;

public sealed partial class MarkdownLinesTests
{
    [Theory]
    [InlineData("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;")]
    [InlineData("![x](y)", "!\\[x\\](y)")]
    [InlineData("- a\n# b", "\\- a\n\n\\# b")]
    [InlineData(" and so on [1]", " and so on \\[1\\]")]
    public void Text_from_elsewhere_marks_up_nothing(string text, string markdown) => Assert.Equal(markdown, MarkdownLines.Of(text));

    [Fact]
    public void Only_markers_of_citations_stay_markers() => Assert.Equal("a [1] b \\[2\\] c \\[x\\]", MarkdownLines.Of("a [1] b [2] c [x]", [Cited(1, "q")]));

    [Theory]
    [InlineData("The study [2] found it, see [1](//evil.example)")]
    [InlineData("Look: ![1] and [x][1] and \\[1]")]
    [InlineData("one\n[1]: //evil.example \"x\"\ntwo")]
    [InlineData("\uFDD01\uFDD1")]
    public void What_an_article_has_in_brackets_is_no_marker(string words)
    {
        var markdown = MarkdownLines.Of($"“{words}” [1] “so” [2]", [Cited(1, words), Cited(2, "so")]);

        Assert.Equal([" [1] ", " [2]"], Markers().Matches(markdown).Select(match => match.Value));
        Assert.EndsWith("” [1] “so” [2]", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a [1](//evil.example) b")]
    [InlineData("a ![1] b")]
    [InlineData("a\n[1]: //evil.example")]
    public void A_marker_that_would_be_more_than_one_is_none(string text) => Assert.Empty(Markers().Matches(MarkdownLines.Of(text, [Cited(1, "q")])));

    [Fact]
    public void A_bare_address_is_no_link() => Assert.DoesNotContain("https://", MarkdownLines.Of("see https://elsewhere.example/x"), StringComparison.Ordinal);

    private static Citation Cited(int number, string words) =>
        new(number, new Quote(new Article("a", "A", words, new Provenance(null, null, null, null, "en", "0"), []), new TextSpan(0, words.Length)), null, Stance.Supports, null);

    [GeneratedRegex(@".?(?<!\\)\[[0-9]+\].?", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markers();
}
