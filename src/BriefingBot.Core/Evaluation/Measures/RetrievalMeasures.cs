namespace BriefingBot.Evaluation;

/// <summary>Where the articles that answer stand among those found.</summary>
internal static class RetrievalMeasures
{
    /// <summary>How many of the articles found are kept.</summary>
    public const int MostRanked = 10;

    public static IReadOnlyList<Measure> All { get; } =
    [
        HitsAt(1),
        HitsAt(4),
        HitsAt(MostRanked),
        new ShareMeasure("mrr", "MRR", $"One divided by the rank of the first source among the {MostRanked} articles found, 0 where it is not among them; the mean over the cases with sources.",
            (turn, run) => Of(turn, run, rank => 1.0 / rank)),
    ];

    private static ShareMeasure HitsAt(int most) => new(
        $"hitsAt{most}", $"Hits@{most}", $"Cases with a source among the first {(most == 1 ? "article" : $"{most} articles")} found, of those with sources.", (turn, run) => Of(turn, run, rank => rank <= most ? 1 : 0));

    private static Share Of(TurnResult turn, Given run, Func<int, double> value)
    {
        var sources = turn.Turn.Expected.Sources;
        if (sources.Count == 0)
        {
            return Share.None;
        }

        var first = run.Ranked.Take(MostRanked).TakeWhile(id => !sources.Contains(id, StringComparer.Ordinal)).Count();
        return new Share(first < Math.Min(MostRanked, run.Ranked.Count) ? value(first + 1) : 0, 1);
    }
}
