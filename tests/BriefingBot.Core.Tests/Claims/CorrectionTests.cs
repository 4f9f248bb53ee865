using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Core.Tests.Retrieval;

namespace BriefingBot.Core.Tests.Claims;

public sealed class CorrectionTests
{
    private const string Corrected = "The Corvin lies across the mouth of the harbour at Tessaly.\n\nThe barge Corvin was carrying timber when the storm tore it loose. Wet timber is heavy, and two tugs could not move it.\n\nCorrection, 14 March 2025: An earlier version of this article said that the Corvin was carrying cement. It was carrying timber.";

    [Fact]
    public async Task What_an_article_takes_back_is_denied_with_the_note_and_its_day()
    {
        var answer = await Ask("Was the Corvin carrying cement?", Some("a", Corrected, 13));

        Assert.Equal(ClaimStatus.Denied, answer.Status);
        Assert.StartsWith("No, corrected on 2025-03-14: ", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("Correction, 14 March 2025", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2025, 3, 14), answer.AsOf);
    }

    [Fact]
    public async Task An_answer_from_a_corrected_article_says_that_it_was_corrected()
    {
        var answer = await Ask("What was the Corvin carrying?", Some("a", Corrected, 13));

        Assert.Contains("timber", answer.Citations[0].Quote.Text, StringComparison.Ordinal);
        Assert.Contains("Corrected on 2025-03-14: “Correction, 14 March 2025", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Was the Corvin carrying cement?")]
    [InlineData("Was the Corvin carrying timber?")]
    [InlineData("What was the Corvin carrying?")]
    public async Task Before_its_day_a_correction_and_what_it_brought_in_are_unknown(string question)
    {
        var answer = await Ask(question, new DateOnly(2025, 3, 13), Some("a", Corrected, 13));

        Assert.DoesNotContain("cement", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("timber", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_version_under_the_same_address_replaces_the_older_and_is_said()
    {
        var old = Some("a", "Nine people died when the ferry Corvin sank off Tessaly, the harbour office said. The ferry had been old.", 3, "https://example.org/ferry");
        var update = Some("b", "Four people died when the ferry Corvin sank off Tessaly, the harbour office said. Five were found alive on the rocks.", 5, "https://example.org/ferry?page=1");

        var answer = await Ask("How many people died when the ferry Corvin sank?", old, update);
        var before = await Ask("How many people died when the ferry Corvin sank?", new DateOnly(2025, 3, 4), old, update);

        Assert.All(answer.Citations, citation => Assert.Equal("b", citation.Quote.Source.Id));
        Assert.Contains("[1] is the version of 2025-03-05; that of 2025-03-03 no longer counts.", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("Nine", before.Citations[0].Quote.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_withdraws_its_report_no_longer_supports_it()
    {
        var report = Some("a", "The mayor of Tessaly took bribes from the ferry company, documents show.", 3, "https://example.org/1");
        var retraction = Some("b", "The Tessaly Post has retracted its report that the mayor of Tessaly took bribes from the ferry company. The documents were forged.", 9, "https://example.org/2");

        var now = await Ask("Did the mayor of Tessaly take bribes?", report, retraction);
        var before = await Ask("Did the mayor of Tessaly take bribes?", new DateOnly(2025, 3, 4), report, retraction);

        Assert.Equal(ClaimStatus.Denied, now.Status);
        Assert.Equal([ClaimStatus.Reported, ClaimStatus.Denied], now.History.Select(entry => entry.Status));
        Assert.Equal(ClaimStatus.Reported, before.Status);
    }

    [Theory]
    [InlineData("https://example.org/ferry", 3, "https://example.org/ferry", 3)]
    [InlineData("https://example.org/ferry", 3, "https://example.org/barge", 5)]
    [InlineData(null, 3, null, 5)]
    public void Articles_of_one_day_or_of_other_addresses_are_no_versions(string? url, int day, string? otherUrl, int otherDay)
    {
        var versions = new Versions([Some("a", "The ferry sank.", day, url), Some("b", "The ferry sank.", otherDay, otherUrl)]);

        Assert.Equal(2, versions.Current.Count);
    }

    private static Task<Answer> Ask(string question, params Article[] articles) => Ask(question, null, articles);

    private static async Task<Answer> Ask(string question, DateOnly? asOf, params Article[] articles)
    {
        using var index = new MemoryIndex(articles);
        return await new Answerer(index).AskAsync(question, new AskOptions { AsOf = asOf }, TestContext.Current.CancellationToken);
    }

    private static Article Some(string id, string text, int day, string? url = "https://example.org/a")
    {
        var marks = PlainText.Mark(text, hasTitle: false);
        return new Article(id, "", text, new Provenance("The Tessaly Post", null, url, new DateOnly(2025, 3, day), "en", id), marks.Parts);
    }
}
