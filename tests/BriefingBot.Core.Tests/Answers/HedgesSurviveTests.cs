using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Core.Tests.Retrieval;

namespace BriefingBot.Core.Tests.Answers;

/// <summary>What one article says of a loan, with every kind of hedge, and what the bot makes of it.</summary>
public sealed class HedgesSurviveTests
{
    private const string Question = "Did Norland lend the Ostia Bank 40 million crowns?";

    public static TheoryData<string> Hedged() =>
    [
        // uncommitted
        "The treasury cannot confirm that Norland lent the Ostia Bank 40 million crowns.",
        "There is no evidence that Norland lent the Ostia Bank 40 million crowns, the auditor said.",
        "It has not been independently verified that Norland lent the Ostia Bank 40 million crowns.",
        "It is unclear whether Norland lent the Ostia Bank 40 million crowns.",
        "The treasury neither confirmed nor denied that Norland lent the Ostia Bank 40 million crowns.",
        "It is too early to say that Norland lent the Ostia Bank 40 million crowns, the auditor said.",

        // silent
        "The treasury declined to comment on whether Norland lent the Ostia Bank 40 million crowns.",
        "The treasury would not say if Norland lent the Ostia Bank 40 million crowns.",

        // refuted
        "The treasury denied that Norland lent the Ostia Bank 40 million crowns.",
        "The treasury dismissed a report that Norland lent the Ostia Bank 40 million crowns.",
        "It is false that Norland lent the Ostia Bank 40 million crowns, the treasury said.",
        "Norland never lent the Ostia Bank 40 million crowns, the treasury said.",
        "Norland failed to lend the Ostia Bank 40 million crowns.",
        "Norland refused to lend the Ostia Bank 40 million crowns.",

        // unsupported
        "Norland lent the Ostia Bank 40 million crowns, a rival claimed on Friday, in the heat of the campaign.",
        "A rival alleged that Norland lent the Ostia Bank 40 million crowns.",
        "A rival said, without offering evidence, that Norland lent the Ostia Bank 40 million crowns.",
        "A letter purports to show that Norland lent the Ostia Bank 40 million crowns.",

        // hedged
        "Norland may have lent the Ostia Bank 40 million crowns.",
        "Norland reportedly lent the Ostia Bank 40 million crowns.",
        "Norland probably lent the Ostia Bank 40 million crowns.",
        "The auditor suspects that Norland lent the Ostia Bank 40 million crowns.",
        "Norland appears to have lent the Ostia Bank 40 million crowns.",
        "Norland is planning to lend the Ostia Bank 40 million crowns.",
        "Norland hopes to lend the Ostia Bank 40 million crowns.",
        "Norland was asked to lend the Ostia Bank 40 million crowns.",
        "Norland offered to lend the Ostia Bank 40 million crowns.",
        "Norland agreed to lend the Ostia Bank 40 million crowns.",
        "Norland lent the Ostia Bank 40 million crowns, according to unnamed officials.",
        "Norland is said to have lent the Ostia Bank 40 million crowns.",
        "If Norland lent the Ostia Bank 40 million crowns, parliament will ask why.",
        "Norland would have lent the Ostia Bank 40 million crowns.",

        // future
        "Norland will lend the Ostia Bank 40 million crowns.",

        // question
        "Has Norland lent the Ostia Bank 40 million crowns?",
    ];

    [Theory]
    [MemberData(nameof(Hedged))]
    public async Task What_an_article_hedges_is_never_stated_flatly(string sentence)
    {
        var answer = await AskAsync(sentence);

        Assert.NotEqual(ClaimStatus.Confirmed, answer.Status);
        Assert.NotEqual(ClaimStatus.Reported, answer.Status);
        Assert.DoesNotContain("Yes", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Reported", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Citations, citation => Assert.Contains(citation.Quote.Text, sentence + "\n" + Lead, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Hedged))]
    public void And_a_sentence_that_states_it_flatly_is_told(string sentence) =>
        Assert.True(Firmness.IsFirmerThan("Norland lent the Ostia Bank 40 million crowns.", [sentence]));

    [Theory]
    [InlineData("Norland lent the Ostia Bank 40 million crowns.")]
    [InlineData("Norland lent the Ostia Bank 40 million crowns, the treasury said.")]
    [InlineData("“Norland lent the Ostia Bank 40 million crowns,” said Ada Lom, the treasurer.")]
    public async Task What_an_article_says_plainly_is_reported(string sentence)
    {
        var answer = await AskAsync(sentence);

        Assert.Equal(ClaimStatus.Reported, answer.Status);
        Assert.False(Firmness.IsFirmerThan("Norland lent the Ostia Bank 40 million crowns.", [sentence]));
    }

    [Fact]
    public async Task A_hedge_of_one_paper_leaves_the_confirmation_of_another_and_is_not_its_quote_under_yes()
    {
        var answer = await new Answerer(new MemoryIndex(
            Some("a", "Norland may have lent the Ostia Bank 40 million crowns."),
            Some("b", "“I confirm that Norland lent the Ostia Bank 40 million crowns,” said Ada Lom, the treasurer."))).AskAsync(Question, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(ClaimStatus.Confirmed, answer.Status);
        Assert.True(!answer.Text.StartsWith("Yes", StringComparison.Ordinal) || answer.Citations[0].Quote.Source.Id == "b");
    }

    /// <summary>The answers over the sample corpus that people approved: the line that answers, and its quote.</summary>
    public static TheoryData<string> Approved() =>
        [.. Directory.GetFiles(Path.Combine(LayoutTests.Top(), "tests", "BriefingBot.Tests", "Approved"), "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Approved))]
    public async Task No_approved_answer_is_firmer_than_its_quote(string file)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(LayoutTests.Top(), "tests", "BriefingBot.Tests", "Approved", file), TestContext.Current.CancellationToken);
        var quote = lines.FirstOrDefault(line => line.StartsWith("  [1] ", StringComparison.Ordinal))?[6..];
        var answer = lines.FirstOrDefault(line => line.EndsWith(" [1]", StringComparison.Ordinal));
        if (quote is null || answer is null)
        {
            return;
        }

        var body = answer[answer.IndexOfAny(['“', '"', '«'])..^4];
        Assert.False(Firmness.IsFirmerThan(body, [quote]));
        Assert.False(answer.StartsWith("Yes", StringComparison.Ordinal) && Firmness.Of(quote) < Factuality.Probable);
    }

    private const string Lead = "Parliament met in Port Ansel on Monday.";

    private static async Task<Answer> AskAsync(string sentence) =>
        await new Answerer(new MemoryIndex(Some("a", $"{Lead}\n\n{sentence}"))).AskAsync(Question, cancellation: TestContext.Current.CancellationToken);

    private static Article Some(string id, string text) => new(id, "", text, new Provenance(id, null, null, null, "en", id), []);
}
