using System.Runtime.InteropServices;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Where a question's terms stand in one article.</summary>
internal sealed class ArticleScan
{
    public ArticleScan(Article article, QueryModel query)
    {
        Article = article;
        Words = query.Matcher.Match(article.Text, new TextSpan(0, article.Text.Length), _hits);
        TitleWords = query.Matcher.Match(article.Title, new TextSpan(0, article.Title.Length), _titleHits);
        AddEquivalents(query, _hits);
        AddEquivalents(query, _titleHits);
    }

    private readonly List<TermHit> _hits = [];
    private readonly List<TermHit> _titleHits = [];

    public Article Article { get; }

    public int Words { get; }

    public int TitleWords { get; }

    public ReadOnlySpan<TermHit> Hits => CollectionsMarshal.AsSpan(_hits);

    public ReadOnlySpan<TermHit> TitleHits => CollectionsMarshal.AsSpan(_titleHits);

    public ReadOnlySpan<TermHit> HitsIn(TextSpan span)
    {
        var from = FirstFrom(span.Start);
        return Hits[from..FirstFrom(span.End)];
    }

    private static void AddEquivalents(QueryModel query, List<TermHit> hits)
    {
        var written = hits.Count;
        foreach (var equivalent in query.Equivalents)
        {
            if (HitMeasures.HoldsSequence(CollectionsMarshal.AsSpan(hits)[..written], equivalent.Own))
                continue;

            for (var i = 0; i < written; i++)
            {
                if (!HitMeasures.StartsSequence(CollectionsMarshal.AsSpan(hits)[i..written], equivalent.Terms))
                    continue;

                foreach (var term in equivalent.Meant)
                    hits.Add(hits[i] with { Term = term });
            }
        }

        if (hits.Count > written)
            hits.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.Term.CompareTo(right.Term));
    }

    /// <summary>The number of the first hit that starts at this place or later.</summary>
    private int FirstFrom(int start)
    {
        var low = 0;
        for (var high = _hits.Count; low < high;)
        {
            var middle = (low + high) / 2;
            if (_hits[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
