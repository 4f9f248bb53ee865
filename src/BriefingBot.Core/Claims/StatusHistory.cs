namespace BriefingBot.Claims;

/// <param name="Status">From that day on.</param>
/// <param name="Cause">The statement that changed it.</param>
internal sealed record StatusChange(DateOnly Date, ClaimStatus Status, StatementStance Cause);

/// <summary>How the status of a claim changed, day by day.</summary>
internal static class StatusHistory
{
    /// <summary>Oldest first; undated statements take no part.</summary>
    public static IReadOnlyList<StatusChange> Of(Evidence evidence, IReadOnlyList<StatementStance> statements)
    {
        List<StatusChange> changes = [];
        foreach (var day in statements.Where(statement => Published(statement) is not null).GroupBy(statement => Published(statement)!.Value).OrderBy(day => day.Key))
        {
            var known = statements.Where(statement => Published(statement) <= day.Key);
            if (StatusRules.Decide(evidence.Stances(known)) is { } verdict && (changes.Count == 0 || changes[^1].Status != verdict.Status))
            {
                changes.Add(new StatusChange(day.Key, verdict.Status, Cause(day, verdict.Status)));
            }
        }

        return changes;
    }

    private static DateOnly? Published(StatementStance statement) => statement.Statement.Source.Provenance.Published;

    private static StatementStance Cause(IEnumerable<StatementStance> day, ClaimStatus status)
    {
        var stance = status switch
        {
            ClaimStatus.Denied or ClaimStatus.Disputed => Stance.Refutes,
            ClaimStatus.Unconfirmed => Stance.Uncommitted,
            _ => Stance.Supports,
        };
        return day.OrderByDescending(statement => statement.Stance == stance).ThenByDescending(statement => statement.Commitment).ThenByDescending(statement => statement.Relevance).First();
    }
}
