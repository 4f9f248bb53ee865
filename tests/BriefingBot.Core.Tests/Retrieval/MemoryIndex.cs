using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Retrieval;

/// <summary>The plainest index there can be: every passage is looked at, scored by the idf of its different terms.</summary>
internal sealed class MemoryIndex : IPassageIndex
{
    private readonly List<Article> _articles = [];
    private readonly List<(int Article, TextSpan? Span)> _passages = [];
    private readonly Dictionary<string, List<int>> _postings = [];

    public MemoryIndex(params IEnumerable<Article> articles)
    {
        foreach (var article in articles)
        {
            _articles.Add(article);
            Add(article.Title, new TextSpan(0, article.Title.Length), null);
            foreach (var span in PassageSplitter.Split(article))
                Add(article.Text, span, span);
        }
    }

    public CorpusExtent Extent => new(
        _articles.Count, _passages.Count(passage => passage.Span is not null), _articles.Min(a => a.Provenance.Published), _articles.Max(a => a.Provenance.Published));

    public Candidates Search(CandidateQuery query)
    {
        var scores = new Dictionary<int, double>();
        List<int> frequencies = [];
        foreach (var term in query.Terms)
        {
            var postings = _postings.GetValueOrDefault(term.Text) ?? [];
            frequencies.Add(postings.Count);
            var idf = Math.Log(1 + ((_passages.Count - postings.Count + 0.5) / (postings.Count + 0.5)));
            foreach (var passage in postings.Where(passage => IsSearched(passage, query)))
                scores[passage] = scores.GetValueOrDefault(passage) + (term.Weight * idf);
        }

        foreach (var passage in scores.Keys)
            scores[passage] *= Closeness.Factor(query.Near, _articles[_passages[passage].Article].Provenance.Published);
        var hits = scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(query.Most)
            .Select(pair => new Candidate(_passages[pair.Key].Article, _passages[pair.Key].Span, pair.Value));
        return new Candidates([.. hits], frequencies);
    }

    public Article Read(long article) => _articles[(int)article];

    public IReadOnlyList<ListedArticle> List() =>
        [.. _articles.Select(article => new ListedArticle(
            article.Id, article.Title, article.Provenance.Outlet, article.Provenance.Published, PassageSplitter.Split(article).Count))];

    public IReadOnlyList<string> Verify(Corpus? corpus = null) => [];

    public void Dispose()
    {
    }

    private bool IsSearched(int passage, CandidateQuery query)
    {
        var provenance = _articles[_passages[passage].Article].Provenance;
        return query.Filter?.Admits(provenance) != false && (query.AsOf is not { } day || provenance.Published is not { } published || published <= day);
    }

    private void Add(string text, TextSpan within, TextSpan? span)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, within, tokens);
        foreach (var term in tokens.Where(token => !token.IsStopWord).Select(token => token.Term).Distinct())
        {
            if (!_postings.TryGetValue(term, out var postings))
                _postings[term] = postings = [];
            postings.Add(_passages.Count);
        }

        _passages.Add((_articles.Count - 1, span));
    }
}
