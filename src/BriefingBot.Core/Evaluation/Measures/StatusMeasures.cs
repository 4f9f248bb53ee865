namespace BriefingBot.Evaluation;

/// <summary>Whether the status is right, and whether the corpus is rightly said not to answer.</summary>
internal static class StatusMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new ShareMeasure("statusAccuracy", "Status right", "Answers with the expected status, not-in-corpus among them, of those whose case names one.", Accuracy),
        new ShareMeasure("unconfirmedAsFact", "Unconfirmed stated as fact", "Answers that say confirmed or reported, of those whose case expects unconfirmed, disputed or denied.", UnconfirmedAsFact, HigherIsBetter: false),
        new ShareMeasure("abstentionPrecision", "Abstention precision", "Rightly not answered, of the answers not-in-corpus to cases that tell whether the corpus answers.", Precision),
        new ShareMeasure("abstentionRecall", "Abstention recall", "Answered with not-in-corpus, of the cases that the corpus does not answer.", Recall),
    ];

    /// <summary>How often each expected status was given as each, over the cases that name one.</summary>
    public static IReadOnlyDictionary<(AnswerStatus Expected, AnswerStatus Given), int> Confusion(IEnumerable<CaseResult> cases) =>
        cases.SelectMany(result => result.Turns).Where(turn => turn.Turn.Expected.Status is not null)
            .SelectMany(turn => turn.Runs.Where(run => run.Status is not null).Select(run => (turn.Turn.Expected.Status!.Value, run.Status!.Value)))
            .GroupBy(pair => pair).ToDictionary(group => group.Key, group => group.Count());

    private static Share Accuracy(TurnResult turn, Given run) =>
        turn.Turn.Expected.Status is { } expected ? Share.Whether(run.Status == expected) : Share.None;

    // Reported counts too: a reader is shown an assertion without the doubt that stands beside it in the corpus.
    private static Share UnconfirmedAsFact(TurnResult turn, Given run) =>
        turn.Turn.Expected.Status is AnswerStatus.Unconfirmed or AnswerStatus.Disputed or AnswerStatus.Denied
            ? Share.Whether(run.Status is AnswerStatus.Confirmed or AnswerStatus.Reported) : Share.None;

    private static Share Precision(TurnResult turn, Given run) =>
        turn.Turn.Expected.NotInCorpus is { } isAbsent && run.Status == AnswerStatus.NotInCorpus ? Share.Whether(isAbsent) : Share.None;

    private static Share Recall(TurnResult turn, Given run) =>
        turn.Turn.Expected.NotInCorpus == true ? Share.Whether(run.Status == AnswerStatus.NotInCorpus) : Share.None;
}
