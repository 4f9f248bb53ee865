using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>Texts that do not say where they come from may all be by one hand, and so may the words of whoever they quote: that they agree confirms nothing.</summary>
internal static class IndependentOrigins
{
    private const int LeastToConfirm = 2;

    /// <param name="agreeing">The statements that the verdict rests on.</param>
    public static Verdict Weigh(Evidence evidence, IReadOnlyList<StatementStance> agreeing, Verdict verdict)
    {
        if (verdict.Status != ClaimStatus.Confirmed || agreeing.Any(statement => IsOfKnownOrigin(statement) && IsByOneWhoKnows(statement))
            || agreeing.Where(IsOfKnownOrigin).Select(evidence.OriginOf).Distinct(StringComparer.Ordinal).Count() >= LeastToConfirm)
        {
            return verdict;
        }

        var articles = agreeing.Select(statement => statement.Statement.Source.Id).Distinct(StringComparer.Ordinal).Count();
        return new Verdict(ClaimStatus.Reported, $"{articles} articles agree, but too few say where they come from to tell whether they are independent");
    }

    private static bool IsByOneWhoKnows(StatementStance statement) =>
        statement is { Commitment: Commitment.Confirmed, Statement.Speaker.IsNamed: true };

    private static bool IsOfKnownOrigin(StatementStance statement) =>
        statement.Statement.Source.Provenance is not { Outlet: null, Author: null, Url: null };
}
