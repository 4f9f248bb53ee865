using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>How well one passage fits a question.</summary>
internal static class PassageScore
{
    private const double K1 = 1.2;
    private const double B = 0.5;
    private const double UsualChars = 950; // of the passages that PassageSplitter makes

    public static double Of(QueryModel query, ReadOnlySpan<TermHit> hits, TextSpan span) =>
        HitMeasures.Bm25(query, hits, span.Length / UsualChars, K1, B);
}
