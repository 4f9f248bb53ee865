using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Retrieval;

public sealed class RetrieverTests
{
    private static readonly Article Harbour = Article(
        "harbour", "Velmora harbour closes after blast", "Velmora's harbour was closed on Monday after a blast on the ferry Ostara. Mayor Lena Tarn said 14 people were hurt in the blast.", new DateOnly(2031, 5, 3));

    private static readonly Article Budget = Article(
        "budget", "Council passes budget", "The council of Velmora passed its budget on Tuesday. It holds 40 million crowns for schools and roads.", new DateOnly(2031, 5, 4));

    private static readonly Article OldBlast = Article(
        "old", "Velmora harbour closes after blast", "Velmora's harbour was closed after a blast on a ferry, the second in a month. Nobody was hurt in the blast.", new DateOnly(2030, 5, 3));

    private static readonly Article Korea = Article(
        "korea", "Troops reported", "North Korea has sent troops abroad, the agency claimed. Officials could not confirm how many troops had left.", null);

    [Fact]
    public void The_article_that_answers_comes_first() =>
        Assert.Equal("harbour", Ask("How many people were hurt in the blast on the ferry Ostara?").Articles[0].Article.Id);

    [Fact]
    public void An_article_is_found_once_though_several_of_its_passages_match()
    {
        var long1 = Article("long", "Ferry blast", string.Join('\n', Enumerable.Repeat(new string('x', 600) + " the ferry blast at the harbour.", 6)), null);
        using var index = new MemoryIndex(long1, Budget);
        var found = new Retriever(index).Retrieve(Question.Parse("Was there a ferry blast at the harbour?"));
        Assert.Single(found.Articles, article => article.Article.Id == "long");
        Assert.True(found.Passages.Count(passage => passage.Passage.Source.Id == "long") > 1);
    }

    [Fact]
    public void News_near_the_day_of_the_question_comes_first()
    {
        Assert.Equal("harbour", Ask("Why was the harbour of Velmora closed?", new DateOnly(2031, 5, 4)).Articles[0].Article.Id);
        Assert.Equal("old", Ask("Why was the harbour of Velmora closed?", new DateOnly(2030, 5, 4)).Articles[0].Article.Id);
    }

    [Fact]
    public void Nothing_written_after_the_day_asked_for_is_found()
    {
        var found = Ask("Was the harbour of Velmora closed after a blast?", options: new RetrievalOptions { AsOf = new DateOnly(2030, 12, 31) });
        Assert.Equal(["old"], found.Articles.Where(article => article.Article.Provenance.Published is not null).Select(article => article.Article.Id));
    }

    [Fact]
    public void An_alias_finds_what_is_written_by_another_name()
    {
        var found = Ask("Has the DPRK sent troops abroad?");
        Assert.Equal("korea", found.Articles[0].Article.Id);
        Assert.Empty(found.Answerability.Missing);
        Assert.Equal(1, found.Passages[0].Coverage, 6);
    }

    [Fact]
    public void A_question_told_in_the_corpus_is_answered()
    {
        var found = Ask("Why was the harbour of Velmora closed on Monday after a blast on the ferry Ostara?");
        Assert.True(found.Answerability.IsAnswered);
        Assert.Empty(found.Answerability.Missing);
    }

    [Theory]
    [InlineData("What did Lena Tarn say?", true)]
    [InlineData("Who is Lena Tarn?", true)]
    [InlineData("Did the council of Velmora say why the ferry was late for schools?", false)]
    public void A_short_question_is_answered_only_where_all_of_it_stands_together(string text, bool isAnswered) =>
        Assert.Equal(isAnswered, Ask(text).Answerability.IsAnswered);

    [Theory]
    [InlineData("Why was the harbour of Velmora closed after a blast on the ferry Ostara, Mayor Erik Holm said?", "Erik Holm")]
    [InlineData("Were 73 people hurt in Velmora's harbour after a blast on the ferry Ostara on Monday?", "73")]
    public void A_missing_name_or_number_is_not_answered_by_a_near_miss(string text, string missing)
    {
        var found = Ask(text);
        Assert.False(found.Answerability.IsAnswered);
        Assert.Contains(found.Answerability.Missing, name => name.Contains(missing, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_found_for_a_question_without_content()
    {
        var found = Ask("What is it?");
        Assert.Empty(found.Articles);
        Assert.False(found.Answerability.IsAnswered);
    }

    [Fact]
    public void The_same_question_finds_the_same()
    {
        var once = Ask("Was the harbour closed after the blast?");
        var again = Ask("Was the harbour closed after the blast?");
        Assert.Equal(once.Passages.Select(passage => (passage.Passage.Source.Id, passage.Passage.Span, passage.Score)), again.Passages.Select(passage => (passage.Passage.Source.Id, passage.Passage.Span, passage.Score)));
        Assert.Equal(once.Answerability.Confidence, again.Answerability.Confidence);
    }

    [Fact]
    public void How_rare_words_are_is_told_of_what_the_filter_admits()
    {
        using var all = new MemoryIndex(Harbour, Budget, OldBlast, Korea);
        using var newer = new MemoryIndex(new[] { Harbour, Budget, OldBlast, Korea }.Where(article => article.Provenance.Published >= new DateOnly(2031, 1, 1)));
        var question = Question.Parse("Was the harbour closed after the blast?");

        var filtered = new Retriever(all).Retrieve(question, new RetrievalOptions { Filter = new PassageFilter { From = new DateOnly(2031, 1, 1) } });
        var alone = new Retriever(newer).Retrieve(question);

        Assert.Equal(alone.TermIdf, filtered.TermIdf);
        Assert.Equal(alone.Searched, filtered.Searched);
        Assert.NotEqual(alone.TermIdf, new Retriever(all).Retrieve(question).TermIdf);
    }

    private static Retrieved Ask(string text, DateOnly? date = null, RetrievalOptions? options = null)
    {
        using var index = new MemoryIndex(Harbour, Budget, OldBlast, Korea);
        return new Retriever(index).Retrieve(Question.Parse(text, date), options);
    }

    private static Article Article(string id, string title, string text, DateOnly? published) =>
        new(id, title, text, new Provenance(null, null, null, published, "en", id), []);
}
