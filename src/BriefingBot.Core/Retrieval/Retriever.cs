using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Finds the passages and articles that answer a question. Thread-safe.</summary>
public sealed class Retriever(IPassageIndex index)
{
    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Retrieved Retrieve(Question question, RetrievalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        options ??= RetrievalOptions.Default;
        if (question.IsEmpty)
            return new Retrieved([], [], index.Extent, new Answerability(IsAnswered: false, 0, []), []);

        QueryTerm[] terms = [.. question.Terms.Select(term => new QueryTerm(term.Text, term.Weight))];
        var found = index.Search(new CandidateQuery(terms, options.MaxCandidates, options.AsOf, question.Date));
        List<RankedPassage> passages = [];
        List<RankedArticle> articles = [];
        foreach (var group in found.Hits.GroupBy(hit => hit.Article).OrderByDescending(group => group.Max(hit => hit.Score)).Take(options.MaxArticles))
        {
            var article = index.Read(group.Key);
            var best = group.MaxBy(hit => hit.Score);
            articles.Add(new RankedArticle(article, best.Score, best.Span));
            passages.AddRange(group.Where(hit => hit.Span is not null).Select(hit => new RankedPassage(new Passage(article, hit.Span!.Value), hit.Score, 1)));
        }

        return new Retrieved(passages, articles, index.Extent, new Answerability(articles.Count > 0, articles.Count > 0 ? 1 : 0, []), [.. found.PassageFrequency.Select(n => Math.Log(1 + ((index.Extent.Passages + 1.0) / (n + 0.5))))]);
    }
}
