using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Searches;

/// <summary>Which slots hold which of the chosen terms, by the index alone: how often a term stands there is not known yet, and taken to be once.</summary>
internal sealed class FirstScan
{
    // A row for each term: arrays take a tenth of the time that as many rows take.
    private const string Sql = $"""
        SELECT query.number, found.* FROM unnest($8::text[]) WITH ORDINALITY AS query (text, number)
        CROSS JOIN LATERAL (
          SELECT array_agg(article), array_agg(slot), array_agg(terms), array_agg(article_terms), array_agg(coalesce(published - DATE '0001-01-01', -1))
          FROM briefingbot.passage
          WHERE passage.corpus = $1 AND passage.lexemes @@ query.text::tsquery AND {ArticleFilter.OfPassages}) AS found
        """;

    private const int SlotBits = 24;

    private readonly List<Row> _rows = [];
    private readonly List<ulong> _order = [];

    private FirstScan(int terms) => PassagesOfTerm = new int[terms];

    /// <param name="Day">Day number; -1 for none.</param>
    private readonly record struct Row(int Term, int Terms, int ArticleTerms, int Day);

    /// <summary>In how many of the passages that were looked at each term stands.</summary>
    public int[] PassagesOfTerm { get; }

    public static FirstScan Run(NpgsqlConnection connection, int corpus, TermChoice choice, CandidateQuery query)
    {
        var scan = new FirstScan(choice.Terms.Count);
        using var command = new NpgsqlCommand(Sql, connection);
        ArticleFilter.AddTo(command, corpus, query.Filter, query.AsOf);
        command.Parameters.AddWithValue(choice.Queries().ToArray());
        using var row = command.ExecuteReader();
        while (row.Read())
            scan.Add(row);
        return scan;
    }

    /// <summary>The articles that may be best, best first.</summary>
    /// <param name="most">How many.</param>
    /// <param name="weights">Of the chosen terms.</param>
    /// <param name="averages">Of what is searched.</param>
    /// <param name="near">The day of the question.</param>
    public long[] Best(int most, float[] weights, AverageLengths averages, DateOnly? near)
    {
        var order = _order.ToArray();
        var rows = _rows.ToArray();
        Array.Sort(order, rows);
        List<(float Score, long Article)> scored = [];
        var counts = new int[weights.Length];
        for (int start = 0, end; start < order.Length; start = end)
        {
            var article = order[start] >> SlotBits;
            for (end = start + 1; end < order.Length && order[end] >> SlotBits == article;)
                end++;
            var score = Score(order.AsSpan(start..end), rows.AsSpan(start..end), averages, weights, counts);
            var day = rows[start].Day;
            scored.Add((score * (float)(day < 0 ? 1 : Closeness.Factor(near, DateOnly.FromDayNumber(day))), (long)article));
        }

        scored.Sort(static (left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Article.CompareTo(right.Article));
        return [.. scored.Take(most).Select(article => article.Article)];
    }

    private void Add(NpgsqlDataReader row)
    {
        if (row.IsDBNull(1))
            return;

        var term = (int)row.GetInt64(0) - 1;
        var articles = row.GetFieldValue<long[]>(1);
        var slots = row.GetFieldValue<int[]>(2);
        var terms = row.GetFieldValue<int[]>(3);
        var articleTerms = row.GetFieldValue<int[]>(4);
        var days = row.GetFieldValue<int[]>(5);
        for (var i = 0; i < articles.Length; i++)
        {
            _order.Add(((ulong)articles[i] << SlotBits) | (uint)slots[i]);
            _rows.Add(new Row(term, terms[i], articleTerms[i], days[i]));
            PassagesOfTerm[term] += slots[i] > 0 ? 1 : 0;
        }
    }

    /// <summary>Of one article: its best slot, with the shares of its title and of itself.</summary>
    private static float Score(ReadOnlySpan<ulong> order, ReadOnlySpan<Row> rows, AverageLengths averages, float[] weights, int[] counts)
    {
        Array.Clear(counts);
        var (best, title) = (0f, 0f);
        for (int start = 0, end; start < rows.Length; start = end)
        {
            var isTitle = (order[start] & ((1ul << SlotBits) - 1)) == 0;
            var slot = 0f;
            for (end = start; end < rows.Length && order[end] == order[start]; end++)
            {
                slot += weights[rows[end].Term] * Bm25.Saturation(1, rows[end].Terms, isTitle ? averages.Title : averages.Passage);
                counts[rows[end].Term]++;
            }

            best = Math.Max(best, slot);
            title = isTitle ? slot : title;
        }

        var whole = 0f;
        for (var term = 0; term < counts.Length; term++)
            whole += counts[term] == 0 ? 0 : weights[term] * Bm25.Saturation(counts[term], rows[0].ArticleTerms, averages.Article);
        return CandidateScore.Of(best, whole, title);
    }
}
