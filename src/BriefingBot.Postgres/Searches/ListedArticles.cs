using BriefingBot.Articles;
using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Searches;

/// <summary>Lists and counts the articles of one commit.</summary>
internal sealed class ListedArticles(NpgsqlConnection connection, CorpusState corpus)
{
    // Of an id only the start is indexed, since it may be of any length.
    private const string Select = $"""
        SELECT id, title, outlet, author, url, published, language, hash, collection, passages FROM briefingbot.article WHERE {ArticleFilter.OfArticles}
        ORDER BY published DESC NULLS LAST, left(id, 250) COLLATE "C", id COLLATE "C", number OFFSET $8 LIMIT $9
        """;

    private const string SelectOutlets = $"""
        SELECT count(*), (array_agg(outlet ORDER BY published DESC NULLS LAST, id COLLATE "C", number))[1]
        FROM briefingbot.article WHERE {ArticleFilter.OfArticles} AND outlet_key IS NOT NULL GROUP BY outlet_key ORDER BY count(*) DESC, outlet_key COLLATE "C"
        """;

    private const string SelectTotals = $"""
        SELECT count(*), coalesce(sum(passages), 0), min(published), max(published), coalesce(sum(title_terms), 0), coalesce(sum(passage_terms), 0)
        FROM briefingbot.article WHERE {ArticleFilter.OfArticles}
        """;

    public List<ListedArticle> List(ListQuery query)
    {
        using var command = Command(Select, query.Filter, null);
        command.Parameters.AddWithValue(query.Skip);
        command.Parameters.AddWithValue(query.Most);
        using var row = command.ExecuteReader();
        List<ListedArticle> articles = [];
        while (row.Read())
        {
            var published = row.IsDBNull(5) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(5);
            var provenance = new Provenance(Text(row, 2), Text(row, 3), Text(row, 4), published, Text(row, 6), row.GetString(7), Text(row, 8));
            articles.Add(new ListedArticle(row.GetString(0), row.GetString(1), provenance, row.GetInt32(9)));
        }

        return articles;
    }

    public IReadOnlyList<OutletCount> Outlets(PassageFilter? filter)
    {
        using var command = Command(SelectOutlets, filter, null);
        using var row = command.ExecuteReader();
        List<OutletCount> outlets = [];
        while (row.Read())
            outlets.Add(new OutletCount(row.GetString(1), (int)row.GetInt64(0)));
        return outlets;
    }

    /// <summary>The corpus, with the sums over what a filter and a day leave of it.</summary>
    public CorpusState Within(PassageFilter? filter, DateOnly? asOf)
    {
        using var command = Command(SelectTotals, filter, asOf);
        using var row = command.ExecuteReader();
        row.Read();
        var (from, to) = row.IsDBNull(2) ? default((DateOnly?, DateOnly?)) : (row.GetFieldValue<DateOnly>(2), row.GetFieldValue<DateOnly>(3));
        return corpus with
        {
            Extent = new CorpusExtent((int)row.GetInt64(0), (int)row.GetInt64(1), from, to),
            TitleTerms = row.GetInt64(4),
            PassageTerms = row.GetInt64(5),
        };
    }

    private NpgsqlCommand Command(string sql, PassageFilter? filter, DateOnly? asOf)
    {
        var command = new NpgsqlCommand(sql, connection);
        ArticleFilter.AddTo(command, corpus.Number, filter, asOf);
        return command;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
