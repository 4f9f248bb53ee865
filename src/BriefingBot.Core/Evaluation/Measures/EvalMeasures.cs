namespace BriefingBot.Evaluation;

/// <summary>Every measure, in the order of reports. None but those of the judge needs a model.</summary>
public static class EvalMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new ShareMeasure("passRate", "Cases passed", "Answers that are as their case expects in everything it states, of all answers.", (_, run) => Share.Whether(run.IsPassed)),
        new ShareMeasure("errorRate", "Errors", "Answers that ended in an error, of all answers.", (_, run) => Share.Whether(run.Error is not null), HigherIsBetter: false),
        .. StatusMeasures.All,
        .. QuoteMeasures.All,
        .. RetrievalMeasures.All,
        .. CostMeasures.All,
        .. JudgeMeasures.All,
    ];

    /// <returns>Null for an unknown name.</returns>
    public static Measure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);
}
