using BriefingBot.Channels.Markdown;

namespace BriefingBot.Channels.Tests.Markdown;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("plain words, “quoted”", "plain words, “quoted”")]
    [InlineData("*bold* _it_ `code` ~~x~~", @"\*bold\* \_it\_ \`code\` \~\~x\~\~")]
    [InlineData("![a](b) [c](d)", @"!\[a\](b) \[c\](d)")]
    [InlineData("<img src=x>&lt;", @"\<img src=x\>\&lt;")]
    [InlineData("$5 and $6 | 7", @"\$5 and \$6 \| 7")]
    [InlineData("a\\b", @"a\\b")]
    [InlineData("one\n\n# two\t three", @"one \# two three")]
    [InlineData("3.14 at 5.30 p.m. in the U.S. today", "3.14 at 5.30 p.m. in the U.S. today")]
    public void Markup_in_words_is_shown_not_obeyed(string words, string markdown) => Assert.Equal(markdown, MarkdownText.Of(words));

    [Theory]
    [InlineData("see https://evil.example/x", "https://")]
    [InlineData("see HTTP://evil.example", "HTTP://")]
    [InlineData("see www.evil.example", "www.")]
    [InlineData("mail a.b@evil.example", "b@")]
    [InlineData("go to evil.example now", "evil.ex")]
    public void An_address_in_words_is_no_link(string words, string address)
    {
        var markdown = MarkdownText.Of(words);

        Assert.DoesNotContain(address, markdown, StringComparison.Ordinal);
        Assert.Equal(words, markdown.Replace("\u200B", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- a", @"\- a")]
    [InlineData("12. a", @"12\. a")]
    [InlineData("= a", @"\= a")]
    [InlineData("2024 was", "2024 was")]
    public void What_begins_a_line_begins_no_list(string words, string markdown) => Assert.Equal(markdown, MarkdownText.AtStart(words));

    [Fact]
    public void Marks_that_turn_the_direction_are_left_out() => Assert.Equal("ab", MarkdownText.Of("a\u202Eb\u2066\u0007"));
}
