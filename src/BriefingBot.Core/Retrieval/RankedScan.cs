using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>An article among the candidates, with the passages that were found.</summary>
internal sealed class RankedScan
{
    // About as long as a passage, wherever it starts.
    private const int WindowInWords = 120;

    // Shares of the window, the lead and the title in how far the article tells what is asked.
    private const double WindowShare = 0.4;
    private const double LeadShare = 0.35;
    private const double TitleShare = 0.25;

    public RankedScan(QueryModel query, Article article, IReadOnlyList<TextSpan> passages)
    {
        Scan = new ArticleScan(article, query);
        Passages = passages;
        foreach (var passage in passages)
        {
            var score = PassageScore.Of(query, Scan.HitsIn(passage), passage);
            if (Best is null || score > BestScore)
                (Best, BestScore) = (passage, score);
        }

        Together = HitMeasures.WindowCoverage(query, Scan.Hits, WindowInWords);
        Features = ArticleFeatures.Of(query, Scan, Best is { } best ? Scan.HitsIn(best) : []);
        Score = Features.Score(RankingWeights.Article);
    }

    public ArticleScan Scan { get; }

    public IReadOnlyList<TextSpan> Passages { get; }

    /// <summary>Null if only the title was found.</summary>
    public TextSpan? Best { get; }

    public double BestScore { get; }

    public ArticleFeatures Features { get; }

    public double Score { get; }

    /// <summary>0 to 1: most of the question, by weight, that stands within one window.</summary>
    public double Together { get; }

    /// <summary>0 to 1: how far the article is about what is asked, not only somewhere mentions it.</summary>
    public double Told => (WindowShare * Together) + (LeadShare * Features.Lead) + (TitleShare * Features.Title);
}
