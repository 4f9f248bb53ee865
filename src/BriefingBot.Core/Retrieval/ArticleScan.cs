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
        if (article.Provenance.Url is { } url && url.IndexOf("//", StringComparison.Ordinal) is var host and >= 0
            && url.IndexOf('/', host + 2) is var path and > 0)
            query.Matcher.Match(url, new TextSpan(path, url.Length), _urlHits);
    }

    private readonly List<TermHit> _hits = [];
    private readonly List<TermHit> _titleHits = [];
    private readonly List<TermHit> _urlHits = [];

    public Article Article { get; }

    public int Words { get; }

    public int TitleWords { get; }

    public ReadOnlySpan<TermHit> Hits => CollectionsMarshal.AsSpan(_hits);

    public ReadOnlySpan<TermHit> TitleHits => CollectionsMarshal.AsSpan(_titleHits);

    public ReadOnlySpan<TermHit> UrlHits => CollectionsMarshal.AsSpan(_urlHits);

    public ReadOnlySpan<TermHit> HitsIn(TextSpan span)
    {
        var from = FirstFrom(span.Start);
        return Hits[from..FirstFrom(span.End)];
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
