using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>An article among the candidates, with the passages that were found.</summary>
internal sealed class RankedScan
{
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
}
