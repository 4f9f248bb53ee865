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

    public CorpusExtent ExtentOf(PassageFilter? filter, DateOnly? asOf = null)
    {
        List<Article> searched = [.. _articles.Where(article => IsSearched(article, filter, asOf))];
        return new CorpusExtent(
            searched.Count, searched.Sum(article => PassageSplitter.Split(article).Count), searched.Min(a => a.Provenance.Published), searched.Max(a => a.Provenance.Published));
    }

    public Candidates Search(CandidateQuery query)
    {
        var scores = new Dictionary<int, double>();
        List<int> frequencies = [];
        foreach (var term in query.Terms)
        {
            List<int> postings = [.. (_postings.GetValueOrDefault(term.Text) ?? []).Where(passage => IsSearched(_articles[_passages[passage].Article], query.Filter, query.AsOf))];
            frequencies.Add(postings.Count);
            var idf = Math.Log(1 + ((_passages.Count - postings.Count + 0.5) / (postings.Count + 0.5)));
            foreach (var passage in postings)
                scores[passage] = scores.GetValueOrDefault(passage) + (term.Weight * idf);
        }

        foreach (var passage in scores.Keys)
            scores[passage] *= Closeness.Factor(query.Near, _articles[_passages[passage].Article].Provenance.Published);
        var hits = scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(query.Most)
            .Select(pair => new Candidate(_passages[pair.Key].Article, _passages[pair.Key].Span, pair.Value));
        return new Candidates([.. hits], frequencies, ExtentOf(query.Filter, query.AsOf));
    }

    public Article Read(long article) => _articles[(int)article];

    public Article? Find(string id, PassageFilter? filter = null) => Admitted(filter).FirstOrDefault(article => article.Id.Equals(id, StringComparison.Ordinal));

    public ArticleList List(ListQuery query)
    {
        List<Article> all = [.. Admitted(query.Filter).OrderByDescending(article => article.Provenance.Published).ThenBy(article => article.Id, StringComparer.Ordinal)];
        return new ArticleList(all.Count, [.. all.Skip(query.Skip).Take(query.Most)
            .Select(article => new ListedArticle(article.Id, article.Title, article.Provenance, PassageSplitter.Split(article).Count))]);
    }

    public IReadOnlyList<OutletCount> Outlets(PassageFilter? filter = null) =>
        [.. List(new ListQuery { Filter = filter }).Articles.Where(article => article.Provenance.Outlet is not null).GroupBy(article => PassageFilter.KeyOf(article.Provenance.Outlet!))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new OutletCount(group.First().Provenance.Outlet!, group.Count()))];

    public IReadOnlyList<string> Verify(Corpus? corpus = null) => [];

    public void Dispose()
    {
    }

    private IEnumerable<Article> Admitted(PassageFilter? filter) => _articles.Where(article => IsSearched(article, filter, null));

    private static bool IsSearched(Article article, PassageFilter? filter, DateOnly? asOf) =>
        filter?.Admits(article.Provenance) != false && (asOf is not { } day || article.Provenance.Published is not { } published || published <= day);

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
