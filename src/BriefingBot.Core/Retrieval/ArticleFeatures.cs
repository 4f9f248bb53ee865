using System.Runtime.CompilerServices;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>What tells how well an article fits a question. All but the logarithm of its length are 0 to about 1.</summary>
[InlineArray(Count)]
internal struct ArticleFeatures
{
    public const int Count = 13;

    // BM25 over whole articles: saturation as usual, length pivot at a common length of news articles.
    private const double K1 = 1.2;
    private const double B = 0.6;
    private const double UsualWords = 900;

    // Where news tells the story in short.
    private const int LeadInChars = 700;

    // Windows in words within which neighbours of the question count as neighbours here.
    private const int Adjacent = 2;
    private const int Near = 8;

    private const double DaysOfMonths = 60;

    private double _first;

    /// <summary>In the order of the values.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "article", "title", "lead", "coverage", "near-pairs", "passage-pairs", "names", "passage-numbers", "log-words",
        "undated", "closeness", "same-months", "close-title",
    ];

    public readonly double Title => this[1];

    public readonly double Lead => this[2];

    /// <param name="best">The hits in the passage that fits best.</param>
    public static ArticleFeatures Of(QueryModel query, ArticleScan scan, ReadOnlySpan<TermHit> best)
    {
        var (asked, published) = (query.Question.Date, scan.Article.Provenance.Published);
        var title = HitMeasures.Coverage(query, scan.TitleHits);
        var closeness = Closeness.Of(asked, published);
        var features = default(ArticleFeatures);
        features[0] = HitMeasures.Bm25(query, scan.Hits, scan.Words / UsualWords, K1, B);
        features[1] = title;
        features[2] = HitMeasures.Coverage(query, scan.HitsIn(new TextSpan(0, Math.Min(LeadInChars, scan.Article.Text.Length))));
        features[3] = HitMeasures.Coverage(query, scan.Hits);
        features[4] = HitMeasures.Pairs(query, scan.Hits, Near, ordered: false);
        features[5] = HitMeasures.Pairs(query, best, Adjacent, ordered: true);
        features[6] = HitMeasures.Names(query, scan.Hits);
        features[7] = HitMeasures.Numbers(query, best);
        features[8] = Math.Log(1 + scan.Words);
        features[9] = asked is not null && published is null ? 1 : 0;
        features[10] = closeness;
        features[11] = asked is { } day && published is { } other ? Math.Exp(-Math.Abs(day.DayNumber - other.DayNumber) / DaysOfMonths) : 0;
        features[12] = closeness * title;
        return features;
    }

    /// <summary>The weighted sum.</summary>
    public readonly double Score(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += weights[i] * this[i];
        return sum;
    }
}
