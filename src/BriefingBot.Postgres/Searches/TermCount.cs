using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Searches;

/// <summary>In how many passages and titles of a corpus a term stands.</summary>
internal readonly record struct TermCount(string Lexeme, int Passages, int Titles)
{
    private const string Select = """
        SELECT lexeme, passages, titles FROM briefingbot.term
        WHERE corpus = (SELECT number FROM briefingbot.corpus WHERE name = $1) AND lexeme = ANY ($2)
        """;

    private const string CountWithin = $"""
        SELECT counted.passages FROM unnest($8::text[]) WITH ORDINALITY AS query (text, number)
        CROSS JOIN LATERAL (
          SELECT count(*) AS passages FROM briefingbot.passage
          WHERE passage.corpus = $1 AND passage.slot > 0 AND passage.lexemes @@ query.text::tsquery AND {ArticleFilter.OfPassages}) AS counted
        ORDER BY query.number
        """;

    /// <summary>Reads the corpus and the counts of a query's terms in one go.</summary>
    /// <returns>Null for the corpus if the server has none of this name.</returns>
    public static (CorpusState? Corpus, TermCount[] Counts) Read(NpgsqlConnection connection, string corpus, IReadOnlyList<QueryTerm> terms)
    {
        string[] lexemes = [.. terms.Select(term => Stores.Lexeme.Of(term.Text))];
        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(CorpusState.Select) { Parameters = { new() { Value = corpus } } },
                new NpgsqlBatchCommand(Select) { Parameters = { new() { Value = corpus }, new() { Value = lexemes } } },
            },
        };
        using var row = batch.ExecuteReader();
        var state = row.Read() ? CorpusState.Read(row) : null;
        row.NextResult();
        Dictionary<string, (int Passages, int Titles)> known = [];
        while (row.Read())
            known.Add(row.GetString(0), (row.GetInt32(1), row.GetInt32(2)));
        return (state, [.. lexemes.Select(lexeme => known.GetValueOrDefault(lexeme) is var count ? new TermCount(lexeme, count.Passages, count.Titles) : default)]);
    }

    /// <summary>In how many of the passages that a query searches each lexeme stands.</summary>
    public static List<int> Within(NpgsqlConnection connection, int corpus, IReadOnlyList<string> lexemes, CandidateQuery query)
    {
        if (lexemes.Count == 0)
            return [];

        using var command = new NpgsqlCommand(CountWithin, connection);
        ArticleFilter.AddTo(command, corpus, query.Filter, query.AsOf);
        command.Parameters.AddWithValue(lexemes.Select(Stores.Lexeme.Quoted).ToArray());
        using var row = command.ExecuteReader();
        List<int> counts = [];
        while (row.Read())
            counts.Add((int)row.GetInt64(0));
        return counts;
    }
}
