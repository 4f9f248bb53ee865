namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Mean reciprocal rank of the first wanted article, and how often it is among the first 1, 4 and 10.</summary>
internal sealed record RankingFigures(int Questions, double Mrr, double HitsAt1, double HitsAt4, double HitsAt10)
{
    /// <param name="ranked">For each question that wants some: the articles found, best first, and the wanted ones.</param>
    public static RankingFigures Of(IReadOnlyList<(IReadOnlyList<string> Found, IReadOnlySet<string> Wanted)> ranked)
    {
        int[] ranks = [.. ranked.Select(question => question.Found.TakeWhile(id => !question.Wanted.Contains(id)).Count() is var rank
            && rank < question.Found.Count ? rank + 1 : int.MaxValue)];
        return new RankingFigures(
            ranks.Length, ranks.Average(rank => rank == int.MaxValue ? 0 : 1.0 / rank), Share(ranks, 1), Share(ranks, 4), Share(ranks, 10));
    }

    public override string ToString() => $"{Questions} questions: MRR {Mrr:F4}  Hits@1 {HitsAt1:F3}  @4 {HitsAt4:F3}  @10 {HitsAt10:F3}";

    private static double Share(int[] ranks, int most) => (double)ranks.Count(rank => rank <= most) / ranks.Length;
}
