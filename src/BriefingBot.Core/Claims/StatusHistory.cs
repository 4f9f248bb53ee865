namespace BriefingBot.Claims;

/// <param name="Status">From that day on.</param>
/// <param name="Cause">The statement that changed it.</param>
internal sealed record StatusChange(DateOnly Date, ClaimStatus Status, StatementStance Cause);

/// <summary>How the status of a claim changed, day by day.</summary>
internal static class StatusHistory
{
    /// <summary>Oldest first; undated statements take no part.</summary>
    /// <param name="statements">All that the verdict rests on.</param>
    /// <param name="final">Where all are dated, what it comes to in the end.</param>
    public static IReadOnlyList<StatusChange> Of(Evidence evidence, IReadOnlyList<StatementStance> statements, ClaimStatus final)
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

        if (changes.Count > 0 && changes[^1].Status != final && statements.All(statement => Published(statement) is not null))
        {
            var last = statements.Where(statement => Published(statement) == statements.Max(Published)).ToList();
            changes.RemoveAll(change => change.Date == Published(last[0]));
            changes.Add(new StatusChange(Published(last[0])!.Value, final, Cause(last, final)));
        }

        return changes;
    }

    private static DateOnly? Published(StatementStance statement) => statement.Statement.Date;

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
