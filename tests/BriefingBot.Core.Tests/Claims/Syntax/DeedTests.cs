using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims.Syntax;

public sealed class DeedTests
{
    [Theory]
    [InlineData("Corvin Group has bought the shipping company on Monday.", "bought", "group", "company")]
    [InlineData("The company was bought by Corvin Group on Monday.", "bought", "group", "company")]
    [InlineData("Three soldiers were killed by artillery.", "killed", "artillery", "soldiers")]
    [InlineData("The town that the army took is burning.", "took", "army", "town")]
    [InlineData("The minister, who sold the shares, resigned.", "sold", "minister", "shares")]
    [InlineData("The minister sold the shares and left the country.", "left", "minister", "country")]
    [InlineData("The court forced the bank to close its branches.", "close", "bank", "branches")]
    [InlineData("The king and the queen visited the mill.", "visited", "king queen", "mill")]
    public void Whoever_does_what_a_verb_tells_is_told_from_whom_it_is_done_to(string sentence, string verb, string doers, string done)
    {
        var (tree, deed) = Read(sentence, verb);

        Assert.Equal((doers, done), (Named(tree, deed.Doers), Named(tree, deed.Done)));
    }

    [Fact]
    public void A_noun_that_tells_a_deed_names_its_owner_without_saying_what_he_does_in_it()
    {
        var (tree, deed) = Read("The sale of the mill was announced on Monday.", "sale");

        Assert.True(deed.IsNoun);
        Assert.Equal("mill", Named(tree, deed.Owners));
        Assert.Empty(deed.Doers);
    }

    [Fact]
    public void When_a_deed_is_done_is_not_whom_it_is_done_to()
    {
        var (_, deed) = Read("They were told of the closures at meetings.", "closures");

        Assert.Empty(deed.Done);
    }

    [Fact]
    public void A_sentence_without_words_has_an_empty_tree() => Assert.Empty(SyntaxReader.Shipped.Read([]).Words);

    private static (SyntaxTree Tree, Deed Deed) Read(string sentence, string word)
    {
        var tree = SyntaxReader.Shipped.Read(Words.Of(sentence, new TextSpan(0, sentence.Length)));
        return (tree, Deed.Of(tree, Enumerable.Range(0, tree.Words.Count).First(i => tree.Words[i].Lower == word)));
    }

    private static string Named(SyntaxTree tree, IEnumerable<int> words) => string.Join(' ', words.Order().Select(word => tree.Words[word].Lower));
}
