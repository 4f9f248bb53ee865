namespace BriefingBot.Evaluation;

/// <summary>What a model thinks of the answers; nothing where none was asked to judge.</summary>
internal static class JudgeMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new ShareMeasure("judgedFaithfulness", "Faithful, says the judge", "By a model as judge, the mean of three runs: sentences that the quotes bear, of all sentences of an answer.", (_, run) => Each(run.Judgement?.Faithfulness)),
        new ShareMeasure("judgedCorrectness", "Correct, says the judge", "By a model as judge, the mean of three runs: answers that tell what is expected, of those whose case expects something.", (_, run) => Each(run.Judgement?.Correctness)),
    ];

    private static Share Each(double? value) => value is { } share ? new Share(share, 1) : Share.None;
}
