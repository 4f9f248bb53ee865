using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Finds the copies among articles: the same report under another headline, cut, or with some words changed. Articles are read as far as they are asked about. Not thread-safe.</summary>
internal sealed class Copies
{
    // A wire report is cut, so the smaller text is held against the larger. One word in six changed leaves half of the runs of four.
    private const double LeastContainment = 0.4;

    // Two reports of one event may share a clause.
    private const int LeastShared = 8;

    // A sentence is copied where most of it is, and it is no phrase that everybody uses.
    private const double LeastOfSentence = 0.8;
    private const int ShortestSentence = 6;

    private readonly List<Article> _articles;
    // Of the articles read so far.
    private readonly List<Shingles> _shingles = [];
    private readonly List<int> _first = [];
    private readonly Dictionary<ulong, int> _firstWithBand = [];

    /// <param name="articles">In any order.</param>
    public Copies(IEnumerable<Article> articles)
    {
        _articles = [.. articles.DistinctBy(article => article.Id)
            .OrderBy(article => article.Provenance.Published ?? DateOnly.MaxValue).ThenBy(article => article.Id, StringComparer.Ordinal)];
    }

    /// <summary>The earliest article that it is a copy of; itself if it is none. The undated count as the latest.</summary>
    public Article FirstOf(Article article) => _articles[_first[ReadTo(article)]];

    /// <summary>The earliest article that has the sentence too, word for word or nearly.</summary>
    public Article FirstWith(Article article, TextSpan sentence)
    {
        var own = ReadTo(article);
        var shingles = Shingles.Of(article.Text.AsSpan(sentence.Start, sentence.Length));
        var earlier = shingles.Count < ShortestSentence ? -1 : _shingles.FindIndex(0, own, other => shingles.Shared(other) >= LeastOfSentence * shingles.Count);
        return _articles[_first[earlier < 0 ? own : earlier]];
    }

    /// <returns>The place of the article among all, the earliest first.</returns>
    private int ReadTo(Article article)
    {
        var last = _articles.FindIndex(other => other.Id == article.Id);
        while (_shingles.Count <= last)
        {
            Read(Shingles.Of(_articles[_shingles.Count]));
        }

        return last;
    }

    private void Read(Shingles shingles)
    {
        SortedSet<int> candidates = [];
        foreach (var band in new MinHash(shingles).Bands)
        {
            if (!_firstWithBand.TryAdd(band, _shingles.Count))
            {
                candidates.Add(_firstWithBand[band]);
            }
        }

        var copied = candidates.FirstOrDefault(other => IsCopy(shingles, _shingles[other]), -1);
        _first.Add(copied < 0 ? _shingles.Count : _first[copied]);
        _shingles.Add(shingles);
    }

    private static bool IsCopy(Shingles one, Shingles other) =>
        one.Shared(other) is var shared && shared >= LeastShared && shared >= LeastContainment * Math.Min(one.Count, other.Count);
}
