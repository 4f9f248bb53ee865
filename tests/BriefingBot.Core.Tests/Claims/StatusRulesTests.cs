using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Claims;

public sealed class StatusRulesTests
{
    private static readonly DateOnly Monday = new(2025, 2, 3);
    private static readonly DateOnly Thursday = new(2025, 2, 6);

    [Fact]
    public void Without_a_stance_there_is_no_status() => Assert.Null(StatusRules.Decide([]));

    [Theory]
    [InlineData("one asserts", ClaimStatus.Reported, "A:Supports:Asserted")]
    [InlineData("two assert", ClaimStatus.Confirmed, "A:Supports:Asserted", "B:Supports:Asserted")]
    [InlineData("copies of one origin", ClaimStatus.Reported, "A:Supports:Asserted", "A:Supports:Asserted")]
    [InlineData("the party that knows confirms", ClaimStatus.Confirmed, "A!:Supports:Confirmed")]
    [InlineData("somebody unnamed confirms", ClaimStatus.Reported, "A:Supports:Confirmed")]
    [InlineData("only hedged", ClaimStatus.Unconfirmed, "A:Supports:Hedged", "B:Supports:Hedged", "C:Supports:Hedged")]
    [InlineData("claimed without evidence", ClaimStatus.Unconfirmed, "A!:Supports:Unsupported")]
    [InlineData("two assert, one cannot confirm", ClaimStatus.Unconfirmed, "A:Supports:Asserted", "B:Supports:Asserted", "C!:Uncommitted:Uncommitted")]
    [InlineData("nobody knows", ClaimStatus.Unconfirmed, "A:Uncommitted:Uncommitted")]
    [InlineData("one asserts, one denies", ClaimStatus.Disputed, "A:Supports:Asserted", "B:Refutes:Refuted")]
    [InlineData("one claims, one denies", ClaimStatus.Disputed, "A:Supports:Unsupported", "B:Refutes:Refuted")]
    [InlineData("confirmed and denied", ClaimStatus.Disputed, "A!:Supports:Confirmed", "B:Refutes:Refuted")]
    [InlineData("only denied", ClaimStatus.Denied, "A:Refutes:Refuted")]
    [InlineData("denied, and somebody cannot confirm", ClaimStatus.Denied, "A:Refutes:Refuted", "B:Uncommitted:Uncommitted")]
    public void The_status_follows_the_stances_of_independent_origins(string why, ClaimStatus expected, params string[] stances) =>
        Assert.True(StatusRules.Decide(stances.Select(text => Parse(text)))!.Status == expected, why);

    [Fact]
    public void An_origin_counts_with_its_newest_word()
    {
        var verdict = StatusRules.Decide([Parse("Bank!:Uncommitted:Uncommitted", Monday), Parse("Bank!:Supports:Confirmed", Thursday)]);

        Assert.Equal(ClaimStatus.Confirmed, verdict!.Status);
    }

    [Fact]
    public void Of_one_day_the_more_doubtful_word_of_an_origin_counts()
    {
        var verdict = StatusRules.Decide([Parse("Paper:Supports:Asserted", Monday), Parse("Paper:Supports:Unsupported", Monday)]);

        Assert.Equal(ClaimStatus.Unconfirmed, verdict!.Status);
    }

    [Fact]
    public void A_doubt_from_before_the_confirmation_is_out_of_date()
    {
        var verdict = StatusRules.Decide([Parse("Ministry!:Uncommitted:Uncommitted", Monday), Parse("Bank!:Supports:Confirmed", Thursday)]);

        Assert.Equal(ClaimStatus.Confirmed, verdict!.Status);
    }

    [Fact]
    public void A_doubt_after_the_confirmation_or_without_a_date_stands()
    {
        var later = StatusRules.Decide([Parse("Ministry!:Uncommitted:Uncommitted", Thursday), Parse("Bank!:Supports:Confirmed", Monday)]);
        var undated = StatusRules.Decide([Parse("Ministry!:Uncommitted:Uncommitted"), Parse("Bank!:Supports:Confirmed", Monday)]);

        Assert.Equal([ClaimStatus.Unconfirmed, ClaimStatus.Unconfirmed], [later!.Status, undated!.Status]);
    }

    [Fact]
    public void The_reason_names_the_counts_and_the_origins()
    {
        var verdict = StatusRules.Decide([Parse("NATO!:Uncommitted:Uncommitted"), Parse("Pentagon!:Uncommitted:Uncommitted"), Parse("Seoul!:Supports:Unsupported")]);

        Assert.Equal("1 claims it, without evidence shown (Seoul); 2 cannot confirm it (NATO, Pentagon)", verdict!.Reason);
    }

    /// <summary>origin, ! if it has authority:stance:commitment.</summary>
    private static OriginStance Parse(string text, DateOnly? date = null)
    {
        var fields = text.Split(':');
        var origin = fields[0].TrimEnd('!');
        return new OriginStance(origin, origin, Enum.Parse<Stance>(fields[1]), Enum.Parse<Commitment>(fields[2]), fields[0].EndsWith('!'), date);
    }
}
