using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

public sealed class QuotationMarksTests
{
    [Theory]
    [InlineData("Ann said \"no way\" twice", "\"no way\"")]
    [InlineData("Ann said “no way” twice", "“no way”")]
    [InlineData("Ann said „no way“ twice", "„no way“")]
    [InlineData("Ann said «no way» twice", "«no way»")]
    [InlineData("Ann said 「no way」 twice", "「no way」")]
    [InlineData("Ann said ''no way'' twice", "''no way''")]
    [InlineData("Ann said ‘no way’ twice", "‘no way’")]
    [InlineData("Ann said ”no way” twice", "”no way”")]
    public void What_stands_between_marks_is_quoted(string text, string quoted) => Assert.Equal(quoted, Quoted(text));

    [Theory]
    [InlineData("The ministers’ aides don’t know it’s the ’90s")]
    [InlineData("The ministers' aides don't know it's the 90s")]
    public void An_apostrophe_quotes_nothing(string text) => Assert.Equal("", Quoted(text));

    [Fact]
    public void A_quotation_that_nothing_closes_runs_to_the_paragraph_s_end() =>
        Assert.Equal("“no way, not now", Quoted("Ann said “no way, not now"));

    [Theory]
    [InlineData("Kim's", "Kim|'s")]
    [InlineData("we’ve", "we|’ve")]
    [InlineData("don't", "don't")]
    [InlineData("the U.S. said 1,500.5 well-known.", "the|U.S.|said|1,500.5|well-known|.")]
    [InlineData("wait...“no”", "wait|...|“|no|”")]
    public void Words_and_marks_are_told_apart(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokenizer.Split(text, new TextSpan(0, text.Length)).Select(token => text[token.Start..token.End])));

    private static string Quoted(string text)
    {
        var tokens = Tokenizer.Split(text, new TextSpan(0, text.Length)).ToArray();
        QuotationMarks.Mark(text, tokens, isOpen: false);
        var quoted = tokens.Where(token => token.IsQuoted).ToList();
        return quoted.Count == 0 ? "" : text[quoted[0].Start..quoted[^1].End];
    }
}
