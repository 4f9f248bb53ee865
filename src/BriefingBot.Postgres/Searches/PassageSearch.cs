using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Searches;

/// <summary>
/// Finds the articles that may be best by the index over their lexemes, then reads how often each term stands in those, and scores them as the other
/// indexes do: BM25 of a passage, with a share of its article's and its title's.
/// </summary>
internal sealed class PassageSearch(NpgsqlConnection connection, CorpusState corpus)
{
    // A candidate's article has one to three of them.
    private const int FewestArticles = 150;

    public Candidates Search(CandidateQuery query, TermCount[] counts)
    {
        var averages = AverageLengths.Of(corpus);
        SearchTerm[] terms = [.. query.Terms.Select((term, i) => Weighted(new SearchTerm(i, counts[i].Lexeme, term.Weight, counts[i].Passages, counts[i].Titles)))];
        var choice = TermChoice.Of(terms);
        if (choice.Rare.Count == 0)
            return new Candidates([], [.. terms.Select(term => term.Passages)]);

        var scan = FirstScan.Run(connection, corpus.Number, choice, query);
        terms = Filtered(query, terms, choice, scan);
        var best = scan.Best(Math.Max(FewestArticles, query.Most / 2), averages, query.Near);
        var hits = new ExactScan(terms, averages, query.Near).Run(connection, corpus.Number, best, query.Most);
        return new Candidates(hits, [.. terms.Select(term => term.Passages)]);
    }

    private SearchTerm Weighted(SearchTerm term) =>
        term with { Weight = Bm25.Weight(term.QueryWeight, term.Passages, corpus.Extent.Passages) };

    /// <summary>The terms as they stand in the articles that are searched, where those are not all.</summary>
    private SearchTerm[] Filtered(CandidateQuery query, SearchTerm[] terms, TermChoice choice, FirstScan scan)
    {
        if (ArticleFilter.IsEmpty(query))
            return terms;

        var filtered = terms.ToArray();
        for (var i = 0; i < choice.Rare.Count; i++)
            filtered[choice.Rare[i].Position] = Weighted(choice.Rare[i] with { Passages = scan.PassagesOfTerm[i] });
        foreach (var (term, passages) in choice.Common.Zip(TermCount.Within(connection, corpus.Number, choice.Common, query)))
            filtered[term.Position] = Weighted(term with { Passages = passages });
        return filtered;
    }
}
