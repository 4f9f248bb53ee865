using BriefingBot.Channels.BotFramework.Views;

namespace BriefingBot.Channels.Tests.BotFramework;

public sealed class MarkdownLinesTests
{
    [Theory]
    [InlineData("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;")]
    [InlineData("![x](y)", "!\\[x\\](y)")]
    [InlineData("- a\n# b", "\\- a\n\n\\# b")]
    [InlineData(" and so on [1]", " and so on \\[1\\]")]
    public void Text_from_elsewhere_marks_up_nothing(string text, string markdown) => Assert.Equal(markdown, MarkdownLines.Of(text));

    [Fact]
    public void Only_markers_of_citations_stay_markers() => Assert.Equal("a [1] b \\[2\\] c \\[x\\]", MarkdownLines.Of("a [1] b [2] c [x]", citations: 1));

    [Fact]
    public void A_bare_address_is_no_link() => Assert.DoesNotContain("https://", MarkdownLines.Of("see https://elsewhere.example/x"), StringComparison.Ordinal);
}
