using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Retrieval;

public sealed class TermAnalyzerTests
{
    [Theory]
    [InlineData("The U.S. and the US told us", "u.s. u.s. tell")]
    [InlineData("WHO experts ask who", "w.h.o. expert ask")]
    [InlineData("10,000 troops, 2.9 million", "10000 troop 2.9 million")]
    [InlineData("In 1,234,567.5 and 12,34", "1234567.5 12 34")]
    [InlineData("5G and Covid-19", "5g covid 19")]
    [InlineData("Beyoncé’s café in Zürich", "beyonc cafe zurich")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("the cities' citizens", "citi citizen")]
    [InlineData("O'Brien's daughter", "obrien daughter")]
    [InlineData("D.C. and J.K. Rowling", "dc jk rowl")]
    [InlineData("ＡＢＣ １２", "abc 12")]
    [InlineData("日本語", "日本 本語")]
    [InlineData("平", "平")]
    [InlineData("서울에서 열린", "서울 열리")]
    public void Text_becomes_its_terms(string text, string terms) => Assert.Equal(terms, string.Join(' ', Terms(text)));

    [Theory]
    [InlineData("troops", "troop")]
    [InlineData("deployment", "deploying")]
    [InlineData("won", "wins")]
    [InlineData("bought", "buying")]
    [InlineData("children", "child")]
    [InlineData("PENTAGON", "Pentagon's")]
    public void Forms_of_one_word_share_a_term(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [InlineData("us", "US")]
    [InlineData("who", "WHO")]
    public void An_abbreviation_is_not_the_pronoun(string pronoun, string abbreviation) => Assert.NotEqual(Terms(pronoun), Terms(abbreviation));

    [Fact]
    public void A_token_stands_where_its_word_stands()
    {
        const string Text = "Kyiv: Zelensky's 10,000 troops";
        List<Token> tokens = [];
        TermAnalyzer.Analyze(Text, new TextSpan(6, Text.Length), tokens);
        Assert.Equal(["Zelensky's", "10,000", "troops"], tokens.Select(token => Text[token.Span.Start..token.Span.End]));
    }

    [Fact]
    public void Lone_surrogates_and_controls_are_no_words()
    {
        Assert.Equal(["a1"], Terms("\ud800 \udc00 \0 a1"));
    }

    [Fact]
    public void Stop_words_are_marked_whatever_their_case()
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze("THE don’t", new TextSpan(0, 9), tokens);
        Assert.All(tokens, token => Assert.True(token.IsStopWord));
    }

    internal static List<string> Terms(string text)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, new TextSpan(0, text.Length), tokens);
        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term)];
    }
}
