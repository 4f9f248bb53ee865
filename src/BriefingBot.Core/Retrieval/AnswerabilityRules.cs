namespace BriefingBot.Retrieval;

/// <summary>Judges whether what was found answers the question: how much of it stands together, and whether a name or number is nowhere.</summary>
internal static class AnswerabilityRules
{
    // The first articles; further down, what happens to match is by chance.
    private const int Articles = 5;

    private const double Enough = 0.5;

    // All that is asked stands together. For a question of two or three words, or for who is asked to have said what, there is no more to go by.
    private const double Whole = 0.999;
    private const int FewTerms = 3;

    /// <summary>Of <see cref="Features"/>, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["log-terms", "together", "told", "bias"];

    public static Answerability Judge(QueryModel query, IReadOnlyList<RankedScan> ranked)
    {
        RankedScan[] first = [.. ranked.Take(Articles)];
        var features = Features(query, first);
        var confidence = first.Length == 0 ? 0 : 1 / (1 + Math.Exp(-features.Zip(RankingWeights.Answerability, (value, weight) => value * weight).Sum()));
        if (features[1] >= Whole && (query.Weights.Length <= FewTerms || query.Question.Kind == QuestionKind.Statement))
            confidence = Math.Max(confidence, Enough);
        string[] missing = [.. Missing(query, first)];
        return new Answerability(missing.Length == 0 && confidence >= Enough, confidence, missing);
    }

    /// <summary>What a logistic model weighs.</summary>
    public static double[] Features(QueryModel query, IReadOnlyList<RankedScan> ranked)
    {
        var (together, told) = (0.0, 0.0);
        foreach (var scan in ranked.Take(Articles))
        {
            together = Math.Max(together, scan.Together);
            told = Math.Max(told, scan.Told);
        }

        return [Math.Log(1 + query.Weights.Length), together, told, 1];
    }

    private static IEnumerable<string> Missing(QueryModel query, RankedScan[] first) =>
        query.Names.Where(name => !first.Any(scan => Holds(scan, name))).Select(name => name.Name.Text)
            .Concat(query.Numbers.Where(number => !first.Any(scan => Holds(scan, number))).Select(number => query.Matcher.Vocabulary[number]))
            .Distinct();

    private static bool Holds(RankedScan scan, NameModel name) =>
        HitMeasures.Name(name, scan.Scan.Hits) > 0 || HitMeasures.Name(name, scan.Scan.TitleHits) > 0;

    private static bool Holds(RankedScan scan, int number) =>
        HitMeasures.HoldsSequence(scan.Scan.Hits, [number]) || HitMeasures.HoldsSequence(scan.Scan.TitleHits, [number]);
}
