using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Searches;

/// <summary>
/// Finds the articles that may be best by the index over their lexemes, then reads how often each term stands in those, and scores them as the other
/// indexes do: BM25 of a passage, with a share of its article's and its title's.
/// </summary>
/// <param name="connection">In a transaction.</param>
/// <param name="corpus">As it is stored.</param>
/// <param name="searched">The same, with the sums of what the query leaves of it.</param>
/// <param name="filteredCounts">Those of earlier searches.</param>
internal sealed class PassageSearch(NpgsqlConnection connection, CorpusState corpus, CorpusState searched, FilteredCounts filteredCounts)
{
    // A candidate's article has one to three of them.
    private const int FewestArticles = 150;

    public Candidates Search(CandidateQuery query, TermCount[] counts)
    {
        var averages = AverageLengths.Of(searched);
        SearchTerm[] terms = [.. query.Terms.Select((term, i) => Weighted(new SearchTerm(i, counts[i].Lexeme, term.Weight, counts[i].Passages, counts[i].Titles), corpus))];
        var choice = TermChoice.Of(terms);
        if (choice.Rare.Count == 0)
            return new Candidates([], [.. terms.Select(term => term.Passages)], searched.Extent);

        var scan = FirstScan.Run(connection, corpus.Number, choice, query);
        terms = Filtered(query, terms, choice, scan);
        var best = scan.Best(Math.Max(FewestArticles, query.Most / 2), [.. choice.Terms.Select(term => terms[term.Position].Weight)], averages, query.Near);
        var hits = new ExactScan(terms, averages, query.Near).Run(connection, corpus.Number, best, query.Most);
        return new Candidates(hits, [.. terms.Select(term => term.Passages)], searched.Extent);
    }

    private static SearchTerm Weighted(SearchTerm term, CorpusState corpus) =>
        term with { Weight = Bm25.Weight(term.QueryWeight, term.Passages, corpus.Extent.Passages) };

    /// <summary>The terms as they stand in the articles that are searched, where those are not all.</summary>
    private SearchTerm[] Filtered(CandidateQuery query, SearchTerm[] terms, TermChoice choice, FirstScan scan)
    {
        if (ArticleFilter.IsEmpty(query.Filter, query.AsOf))
            return terms;

        // What a long question has beyond the terms that were chosen is not counted again: its share of all passages is taken for that of those searched.
        SearchTerm[] filtered = [.. terms.Select(term => term with { Passages = (int)((long)term.Passages * searched.Extent.Passages / Math.Max(1, corpus.Extent.Passages)) })];
        for (var i = 0; i < choice.Rare.Count; i++)
            filtered[choice.Rare[i].Position] = choice.Rare[i] with { Passages = scan.PassagesOfTerm[i] };
        foreach (var (term, passages) in choice.Common.Zip(filteredCounts.Of(connection, corpus, choice.Common, query)))
            filtered[term.Position] = term with { Passages = passages };
        return [.. filtered.Select(term => Weighted(term, searched))];
    }
}
