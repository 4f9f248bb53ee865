using BriefingBot.Answers;
using BriefingBot.Claims;

namespace BriefingBot.Tests;

/// <summary>
/// The status of claims over the sample corpus, in tests/BriefingBot.Tests/Approved/Checks/claims.txt: a claim, its status, and the quote it rests on.
/// Run with BRIEFINGBOT_APPROVE=1 to write it anew, and read the difference.
/// </summary>
public sealed class ApprovedCheckTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private static readonly string Claims = Path.Combine(ApprovedAnswerTests.Folder(), "Checks", "claims.txt");

    [Fact]
    public async Task Every_claim_has_its_approved_status()
    {
        var approved = await File.ReadAllTextAsync(Claims, TestContext.Current.CancellationToken);
        List<string> given = [];
        foreach (var claim in approved.Split('\n').Where(line => line.Length > 0 && line[0] is not ' '))
        {
            given.Add(Render(await new Answerer(sample.Index).CheckAsync(claim, cancellation: TestContext.Current.CancellationToken)));
        }

        var all = string.Join('\n', given);
        if (Environment.GetEnvironmentVariable("BRIEFINGBOT_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(Claims, all, TestContext.Current.CancellationToken);
            approved = all;
        }

        Assert.Equal(approved, all);
    }

    private static string Render(Answer answer)
    {
        var status = answer.Status is { } decided ? ClaimWords.Of(decided) : "not in the corpus";
        var quote = answer.Citations.Count == 0 ? "" : $"\n  {answer.Citations[0].Quote.Text}\n  {answer.Citations[0].Speaker ?? "the article"}, {answer.Citations[0].Quote.Source.Id}";
        return $"{answer.Question}\n  {status}: {answer.StatusReason}{quote}\n";
    }
}
