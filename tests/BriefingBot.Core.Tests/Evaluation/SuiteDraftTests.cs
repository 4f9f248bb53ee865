using BriefingBot.Articles;
using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class SuiteDraftTests
{
    private static readonly Article Article = new(
        "a.txt", "Ferry",
        "“The ferry will be mended by the end of June at the latest,” said Ada Brill, the harbour master.\n\nJoris Hahn said that the company would pay for the repairs in full.\n\n\"Somebody knew about this crack for a very long time,\" a senior official said.",
        new Provenance(null, null, null, null, "en", "00"), []);

    [Fact]
    public void Each_named_statement_becomes_a_question_with_its_quote_and_speaker()
    {
        var cases = SuiteDraft.Cases([Article], 10);

        Assert.Contains(cases, one => one.Speaker == "Ada Brill" && one.Ask.StartsWith("Who said “The ferry will be mended", StringComparison.Ordinal));
        Assert.Contains(cases, one => one.Speaker == "Joris Hahn" && one.Ask.StartsWith("Who said that the company would pay", StringComparison.Ordinal));
        Assert.DoesNotContain(cases, one => one.Quote.Contains("Somebody knew", StringComparison.Ordinal));
        Assert.All(cases, one => Assert.Contains(one.Quote, Article.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_draft_is_a_suite()
    {
        var cases = SuiteDraft.Cases([Article], 10);

        var suite = SuiteFile.Read("draft.yaml", SuiteDraft.Write("articles: of \"today\"", cases));

        Assert.Equal(cases.Select(one => one.Ask), suite.Cases.Select(one => one.Turns[0].Text));
        Assert.Equal(cases.Select(one => new ExpectedQuote(one.Quote, one.Speaker)), suite.Cases.Select(one => one.Turns[0].Expected.Quotes[0]));
    }

    [Fact]
    public void A_draft_takes_the_first_statement_of_every_article_before_a_second() =>
        Assert.Equal(["a.txt", "b.txt"], SuiteDraft.Cases([Article, new Article("b.txt", "", Article.Text.Replace("ferry", "tug", StringComparison.Ordinal), Article.Provenance, [])], 2).Select(one => one.Source));
}
