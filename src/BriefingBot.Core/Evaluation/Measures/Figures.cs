namespace BriefingBot.Evaluation;

/// <summary>Computes every measure of a run, from its results alone.</summary>
public static class Figures
{
    /// <param name="thresholds">By measure name.</param>
    public static IReadOnlyList<MeasureResult> Of(IReadOnlyList<CaseResult> cases, IReadOnlyDictionary<string, double> thresholds)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(thresholds);
        var runs = Runs(cases);
        return [.. EvalMeasures.All.Select(measure => Of(measure, cases, runs, thresholds.TryGetValue(measure.Name, out var threshold) ? threshold : null))];
    }

    private static MeasureResult Of(Measure measure, IReadOnlyList<CaseResult> cases, List<List<CaseResult>> runs, double? threshold)
    {
        var sample = measure.Sampler(cases);
        var value = sample.Value([.. Enumerable.Range(0, cases.Count)]);
        var interval = value is null ? null : Bootstrap.Interval(sample, cases.Count);
        var each = runs.ConvertAll(measure.Of).FindAll(run => run is not null);
        return new MeasureResult(measure.Name, value, interval?.Low, interval?.High, each.Count > 1 ? each.Max() - each.Min() : null, sample.Of, threshold, measure.HigherIsBetter);
    }

    /// <summary>The cases that were asked most often, once for each time; empty where each was asked once.</summary>
    private static List<List<CaseResult>> Runs(IReadOnlyList<CaseResult> cases)
    {
        var most = cases.SelectMany(result => result.Turns).Select(turn => turn.Runs.Count).DefaultIfEmpty(0).Max();
        var repeated = cases.Where(result => result.Turns.All(turn => turn.Runs.Count == most)).ToList();
        return most < 2 ? [] : [.. Enumerable.Range(0, most).Select(run =>
            repeated.ConvertAll(result => result with { Turns = [.. result.Turns.Select(turn => turn with { Runs = [turn.Runs[run]] })] }))];
    }
}
