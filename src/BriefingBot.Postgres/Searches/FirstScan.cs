using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Searches;

/// <summary>Which slots hold which of the chosen terms, by the index alone: how often a term stands there is not known yet, and taken to be once.</summary>
internal sealed class FirstScan
{
    private const string Sql = $"""
        SELECT query.number, passage.article, passage.slot, passage.terms, passage.article_terms, passage.published
        FROM unnest($2::text[]) WITH ORDINALITY AS query (text, number)
        CROSS JOIN LATERAL (
          SELECT * FROM briefingbot.passage
          WHERE passage.corpus = $1 AND passage.lexemes @@ query.text::tsquery AND {ArticleFilter.Sql}) AS passage
        """;

    private const int SlotBits = 24;

    private readonly List<Row> _rows = [];
    private readonly List<ulong> _order = [];
    private readonly IReadOnlyList<SearchTerm> _terms;

    private FirstScan(IReadOnlyList<SearchTerm> terms)
    {
        _terms = terms;
        PassagesOfTerm = new int[terms.Count];
    }

    private readonly record struct Row(int Term, int Terms, int ArticleTerms, int Day);

    /// <summary>In how many of the passages that were looked at each term stands.</summary>
    public int[] PassagesOfTerm { get; }

    public static FirstScan Run(NpgsqlConnection connection, int corpus, TermChoice choice, CandidateQuery query)
    {
        var scan = new FirstScan(choice.Terms);
        using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.AddWithValue(corpus);
        command.Parameters.AddWithValue(choice.Queries().ToArray());
        ArticleFilter.AddTo(command, query);
        using var row = command.ExecuteReader();
        while (row.Read())
            scan.Add(row);
        return scan;
    }

    /// <summary>The articles that may be best, best first.</summary>
    public long[] Best(int most, AverageLengths averages, DateOnly? near)
    {
        var order = _order.ToArray();
        var rows = _rows.ToArray();
        Array.Sort(order, rows);
        List<(float Score, long Article)> scored = [];
        var counts = new int[_terms.Count];
        for (int start = 0, end; start < order.Length; start = end)
        {
            var article = order[start] >> SlotBits;
            for (end = start + 1; end < order.Length && order[end] >> SlotBits == article;)
                end++;
            var score = Score(order.AsSpan(start..end), rows.AsSpan(start..end), averages, counts);
            var day = rows[start].Day;
            scored.Add((score * (float)(day == 0 ? 1 : Closeness.Factor(near, DateOnly.FromDayNumber(day))), (long)article));
        }

        scored.Sort(static (left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Article.CompareTo(right.Article));
        return [.. scored.Take(most).Select(article => article.Article)];
    }

    private void Add(NpgsqlDataReader row)
    {
        var (term, article, slot) = ((int)row.GetInt64(0) - 1, row.GetInt64(1), row.GetInt32(2));
        var day = row.IsDBNull(5) ? 0 : row.GetFieldValue<DateOnly>(5).DayNumber;
        _order.Add(((ulong)article << SlotBits) | (uint)slot);
        _rows.Add(new Row(term, row.GetInt32(3), row.GetInt32(4), day));
        PassagesOfTerm[term] += slot > 0 ? 1 : 0;
    }

    /// <summary>Of one article: its best slot, with the shares of its title and of itself.</summary>
    private float Score(ReadOnlySpan<ulong> order, ReadOnlySpan<Row> rows, AverageLengths averages, int[] counts)
    {
        Array.Clear(counts);
        var (best, title) = (0f, 0f);
        for (int start = 0, end; start < rows.Length; start = end)
        {
            var isTitle = (order[start] & ((1ul << SlotBits) - 1)) == 0;
            var slot = 0f;
            for (end = start; end < rows.Length && order[end] == order[start]; end++)
            {
                slot += _terms[rows[end].Term].Weight * Bm25.Saturation(1, rows[end].Terms, isTitle ? averages.Title : averages.Passage);
                counts[rows[end].Term]++;
            }

            best = Math.Max(best, slot);
            title = isTitle ? slot : title;
        }

        var whole = 0f;
        for (var term = 0; term < counts.Length; term++)
            whole += counts[term] == 0 ? 0 : _terms[term].Weight * Bm25.Saturation(counts[term], rows[0].ArticleTerms, averages.Article);
        return CandidateScore.Of(best, whole, title);
    }
}
