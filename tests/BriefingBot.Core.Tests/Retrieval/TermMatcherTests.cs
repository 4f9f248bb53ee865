using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Retrieval;

public sealed class TermMatcherTests
{
    [Theory]
    [InlineData("He bought 10,000 of O'Brien's Zürich shares in the U.S. for the WHO, 日本語 too", "buy 10000 obrien zurich share u.s. w.h.o. 日本")]
    [InlineData("A win is a win: they won", "win win win")]
    [InlineData("She flies, tied by ties; an Irish-born relational agreed, the men's men met", "fli ti ti irish born relat agre man man meet")]
    public void It_finds_what_the_analyzer_would(string text, string terms)
    {
        var matcher = new TermMatcher();
        foreach (var term in terms.Split(' '))
            matcher.Add(term);

        List<TermHit> hits = [];
        matcher.Match(text, new TextSpan(0, text.Length), hits);
        Assert.Equal(terms.Split(' '), hits.Select(hit => matcher.Vocabulary[hit.Term]));
    }

    [Fact]
    public void Hits_count_words_and_keep_places()
    {
        var matcher = new TermMatcher();
        matcher.Add("troop");
        List<TermHit> hits = [];
        var words = matcher.Match("x The troops, and more troops", new TextSpan(2, 29), hits);
        Assert.Equal(5, words);
        Assert.Equal([new TermHit(0, 1, 6), new TermHit(0, 4, 23)], hits);
    }
}
