using BriefingBot.Articles;

namespace BriefingBot.Core.Tests.Articles;

public sealed class PassageSplitterTests
{
    private static readonly string Sentence = string.Concat(Enumerable.Repeat("word ", 30)).Trim() + ". ";

    [Fact]
    public void Short_paragraphs_share_a_passage()
    {
        const string Text = "One paragraph.\n\nAnother paragraph.";
        Assert.Equal([new TextSpan(0, Text.Length)], PassageSplitter.Split(Article(Text)));
    }

    [Fact]
    public void A_long_paragraph_is_split_between_sentences()
    {
        var text = string.Concat(Enumerable.Repeat("The " + Sentence, 20)).Trim();
        var passages = PassageSplitter.Split(Article(text));
        Assert.True(passages.Count > 1);
        Assert.All(passages, passage => Assert.StartsWith("The ", text[passage.Start..passage.End]));
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(5_001)]
    public void A_sentence_without_end_is_cut_between_words(int words)
    {
        var text = string.Join(' ', Enumerable.Repeat("word", words));
        var passages = PassageSplitter.Split(Article(text));
        Assert.All(passages, passage => Assert.InRange(passage.Length, 1, 2_500));
        Assert.All(passages, passage => Assert.Equal("word", text[passage.Start..(passage.Start + 4)]));
    }

    [Fact]
    public void No_passage_holds_a_word_of_a_caption()
    {
        const string Text = "The story begins here.\nA man walks. Credit: AP\nThe story goes on here.";
        var caption = new TextSpan(23, 46);
        var article = new Article("a", "", Text, new Provenance(null, null, null, null, null, ""), [new ArticlePart(caption, PartKind.Caption)]);
        var passages = PassageSplitter.Split(article);
        Assert.Equal(["The story begins here.", "The story goes on here."], passages.Select(passage => Text[passage.Start..passage.End]));
    }

    [Fact]
    public void Every_word_of_the_story_is_in_one_passage()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 40).Select(i => $"Paragraph {i}. " + string.Concat(Enumerable.Repeat(Sentence, i % 7))));
        var passages = PassageSplitter.Split(Article(text));
        for (var i = 0; i < text.Length; i++)
            Assert.Equal(char.IsWhiteSpace(text[i]) ? passages.Count(p => p.Start <= i && i < p.End) : 1, passages.Count(p => p.Start <= i && i < p.End));
        Assert.Equal(passages.Order(), passages);
    }

    private static Article Article(string text) => new("a", "", text, new Provenance(null, null, null, null, null, ""), []);
}
