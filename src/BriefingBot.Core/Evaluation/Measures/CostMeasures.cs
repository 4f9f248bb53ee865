namespace BriefingBot.Evaluation;

/// <summary>What answers take.</summary>
internal static class CostMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new LatencyMeasure("latencyP50", "Time, p50", "The time that half of the answers do not exceed.", 0.5),
        new LatencyMeasure("latencyP99", "Time, p99", "The time that 99 of 100 answers do not exceed.", 0.99),
        new ShareMeasure("inputTokens", "Tokens read", "Tokens that the model read, for an answer of a model.", (_, run) => Each(run.InputTokens), HigherIsBetter: false, MeasureUnit.Tokens),
        new ShareMeasure("outputTokens", "Tokens written", "Tokens that the model wrote, for an answer of a model.", (_, run) => Each(run.OutputTokens), HigherIsBetter: false, MeasureUnit.Tokens),
        new ShareMeasure("cost", "Cost", "By the prices in the model's options, for an answer of a model.", (_, run) => Each(run.Cost), HigherIsBetter: false, MeasureUnit.Money),
    ];

    private static Share Each(double? value) => value is { } number ? new Share(number, 1) : Share.None;
}
