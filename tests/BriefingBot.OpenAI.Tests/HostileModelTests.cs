using BriefingBot.Benchmarks.Hostile;
using BriefingBot.Tests;

namespace BriefingBot.OpenAI.Tests;

/// <summary>The seeded part of the benchmark <c>hostile</c>.</summary>
public sealed class HostileModelTests
{
    [Fact]
    public void Of_2_000_hostile_drafts_nothing_that_misleads_gets_through_and_no_good_sentence_is_dropped()
    {
        using var run = HostileRun.Over(Cli.Top);

        var outcome = run.Run(2_000, 200, seed: 7);

        Assert.True(outcome.Faults.Count == 0, string.Join("\n", outcome.Faults));
        Assert.True(outcome.DroppedGood.Count == 0, string.Join("\n", outcome.DroppedGood));
        Assert.True(outcome.Shown.Kept > 0 && outcome.Shown.Dropped > 0);
    }
}
