using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Searches;

/// <summary>In how many of the passages that a query searches common terms stand; each is counted once over a commit. Thread-safe.</summary>
internal sealed class FilteredCounts
{
    private readonly CommitCache<(PassageFilter? Filter, DateOnly? AsOf, string Lexeme), int> _counts = new();

    /// <returns>The number of each term.</returns>
    public IEnumerable<int> Of(NpgsqlConnection connection, CorpusState corpus, IReadOnlyList<SearchTerm> terms, CandidateQuery query)
    {
        string[] unknown = [.. terms.Select(term => term.Lexeme).Where(lexeme => !_counts.TryGet(corpus, (query.Filter, query.AsOf, lexeme), out _))];
        foreach (var (lexeme, passages) in unknown.Zip(TermCount.Within(connection, corpus.Number, unknown, query)))
            _counts.Add(corpus, (query.Filter, query.AsOf, lexeme), passages);

        // What was forgotten in between is counted alone.
        return terms.Select(term => _counts.GetOrAdd(corpus, (query.Filter, query.AsOf, term.Lexeme), () => TermCount.Within(connection, corpus.Number, [term.Lexeme], query)[0]));
    }
}
