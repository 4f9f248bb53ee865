using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Finds the passages and articles that answer a question. Thread-safe.</summary>
public sealed class Retriever(IPassageIndex index)
{
    // Articles from which all passages are ranked, not only those the index found.
    private const int FullyRankedArticles = 8;

    // What an article's score counts against its passage's.
    private const double ArticleShare = 0.1;

    // A content word of a question stands in about one in a hundred passages of news.
    private const double PriorPassages = 300;
    private const double PriorShare = 0.01;

    /// <exception cref="IndexException">The index is damaged or cannot be read.</exception>
    public Retrieved Retrieve(Question question, RetrievalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        options ??= RetrievalOptions.Default;
        if (question.IsEmpty)
            return new Retrieved([], [], index.ExtentOf(options.Filter, options.AsOf), new Answerability(IsAnswered: false, 0, []), []);

        var (query, scans, idf, searched) = Rank(question, options);
        var passages = Passages(query, scans);
        return new Retrieved(
            passages,
            [.. scans.Select(scan => new RankedArticle(scan.Scan.Article, scan.Score, scan.Best))],
            searched,
            AnswerabilityRules.Judge(query, scans),
            idf);
    }

    /// <summary>The articles found, read and ranked exactly, best first.</summary>
    internal (QueryModel Query, List<RankedScan> Scans, double[] Idf, CorpusExtent Searched) Rank(Question question, RetrievalOptions options)
    {
        QueryTerm[] terms = [.. question.Terms.Select(term => new QueryTerm(term.Text, term.Weight, question.Text[term.Span.Start..term.Span.End])), .. QueryExpansion.Of(question)];
        var found = index.Search(new CandidateQuery(terms, options.MaxCandidates, options.AsOf, question.Date, options.Filter, [.. QueryExpansion.Names(question)]));
        double[] idf = [.. found.PassageFrequency.Take(question.Terms.Count).Select(frequency => InverseFrequency(frequency, found.Searched))];
        var query = new QueryModel(question, idf);
        return (query, [.. found.Hits.GroupBy(hit => hit.Article).Take(options.MaxArticles).Select(hits => Read(query, hits)).OrderByDescending(scan => scan.Score)], idf, found.Searched);
    }

    private RankedScan Read(QueryModel query, IGrouping<long, Candidate> hits) =>
        new(query, index.Read(hits.Key), [.. hits.Where(hit => hit.Span is not null).Select(hit => hit.Span!.Value).Order()]);

    /// <summary>As in BM25: Robertson and Zaragoza 2009, kept above 0.</summary>
    /// <remarks>A corpus of a few passages cannot tell which words are rare: it is counted as if news in general stood beside it, the less the larger it is.</remarks>
    internal static double InverseFrequency(int frequency, CorpusExtent extent)
    {
        double all = extent.Passages + extent.Articles;
        var prior = PriorPassages * (PriorPassages / (PriorPassages + all));
        var (n, df) = (all + prior, frequency + (prior * PriorShare));
        return Math.Log(1 + ((Math.Max(0, n - df) + 0.5) / (df + 0.5)));
    }

    private static List<RankedPassage> Passages(QueryModel query, List<RankedScan> scans) =>
        [.. scans.SelectMany((scan, rank) => (rank < FullyRankedArticles ? PassageSplitter.Split(scan.Scan.Article) : scan.Passages)
                .Select(span => Passage(query, scan, span)))
            .Where(passage => passage.Coverage > 0)
            .OrderByDescending(passage => passage.Score)];

    private static RankedPassage Passage(QueryModel query, RankedScan scan, TextSpan span)
    {
        var hits = scan.Scan.HitsIn(span);
        return new RankedPassage(
            new Passage(scan.Scan.Article, span),
            (ArticleShare * scan.Score) + PassageScore.Of(query, hits, span),
            HitMeasures.Coverage(query, hits));
    }
}
