namespace BriefingBot.Evaluation;

/// <summary>A case that is answered better or worse than before.</summary>
/// <param name="Before">What was not as expected; empty if nothing.</param>
/// <param name="After">What is not as expected now.</param>
public sealed record CaseChange(string Id, string Question, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <param name="Name">The measure's.</param>
public sealed record MeasureChange(string Name, double? Before, double? After);

/// <summary>Two reports of one suite, held against each other case by case.</summary>
public sealed record ReportComparison(
    IReadOnlyList<CaseChange> Worse, IReadOnlyList<CaseChange> Better, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<MeasureChange> Measures)
{
    public static ReportComparison Of(EvalReport before, EvalReport after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var was = before.Cases.ToDictionary(result => result.Id, StringComparer.Ordinal);
        var isNow = after.Cases.Select(result => result.Id).ToHashSet(StringComparer.Ordinal);
        var both = after.Cases.Where(result => was.ContainsKey(result.Id)).Select(result => (Before: was[result.Id], After: result)).ToList();
        var changes = both.ConvertAll(pair => (Change: new CaseChange(pair.After.Id, pair.After.Turns[^1].Turn.Text, MeasureText.Problems(pair.Before), MeasureText.Problems(pair.After)), By: Failed(pair.After).CompareTo(Failed(pair.Before))));
        return new ReportComparison(
            [.. changes.Where(pair => pair.By > 0).Select(pair => pair.Change)],
            [.. changes.Where(pair => pair.By < 0).Select(pair => pair.Change)],
            [.. after.Cases.Select(result => result.Id).Where(id => !was.ContainsKey(id))],
            [.. before.Cases.Select(result => result.Id).Where(id => !isNow.Contains(id))],
            [.. after.Measures.Select(measure => new MeasureChange(measure.Name, before.Measures.FirstOrDefault(other => other.Name == measure.Name)?.Value, measure.Value))]);
    }


    // What an answer misses, an error above all, over the mean of its repetitions: repeating a case more often makes it no worse.
    private static double Failed(CaseResult result) =>
        result.Turns.Sum(turn => turn.Runs.Count == 0 ? 0 : turn.Runs.Average(run => run.Error is null ? run.Failures.Count : 1000));
}
