using BriefingBot.Articles;
using Npgsql;

namespace BriefingBot.Postgres.Stores;

/// <summary>Articles as rows of their table.</summary>
internal static class ArticleRows
{
    private const string Columns = "number, id, title, body, outlet, author, url, published, language, hash, collection, parts";

    /// <summary>Parameters: the corpus, and the numbers of the articles.</summary>
    public const string Select = $"SELECT {Columns} FROM briefingbot.article WHERE corpus = $1 AND number = ANY ($2)";

    /// <summary>Those in the corpus, in order. Parameters: the corpus, and their id.</summary>
    public const string SelectById = $"""
        SELECT {Columns} FROM briefingbot.article WHERE corpus = $1 AND md5(id) = md5($2) AND id = $2 AND file IS NOT NULL ORDER BY number
        """;

    /// <summary>Some that are in the corpus, with their digests and sums. Parameters: the corpus, the number before the first, and how many at most.</summary>
    public const string SelectSome = $"""
        SELECT {Columns}, digest, passages, title_terms, passage_terms FROM briefingbot.article
        WHERE corpus = $1 AND number > $2 AND file IS NOT NULL ORDER BY number LIMIT $3
        """;

    /// <summary>The article at whose row the reader stands.</summary>
    /// <exception cref="ArgumentException">The row is damaged.</exception>
    public static (long Number, Article Article) Read(NpgsqlDataReader row)
    {
        var published = row.IsDBNull(7) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(7);
        var provenance = new Provenance(Text(row, 4), Text(row, 5), Text(row, 6), published, Text(row, 8), row.GetString(9), Text(row, 10));
        var parts = row.GetFieldValue<int[]>(11).Chunk(3).Select(part => new ArticlePart(new TextSpan(part[0], part[1]), (PartKind)part[2]));
        return (row.GetInt64(0), new Article(row.GetString(1), row.GetString(2), row.GetString(3), provenance, parts));
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
