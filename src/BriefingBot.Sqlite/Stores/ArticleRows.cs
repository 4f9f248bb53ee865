using System.Text;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Updates;

namespace BriefingBot.Sqlite.Stores;

/// <summary>An article as a row of its table.</summary>
internal static class ArticleRows
{
    public const string Insert = """
        INSERT INTO article (number, file, id, hash, published, title, outlet, author, url, language, collection, parts, digest, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    /// <summary>Of <see cref="Select"/>.</summary>
    public const int DigestColumn = 11;

    public const string Select = """
        SELECT id, hash, published, title, outlet, author, url, language, collection, parts, text, digest FROM article WHERE number = ?
        """;

    public const string SelectListed = """
        SELECT id, hash, published, title, outlet, author, url, language, collection FROM article WHERE number = ?
        """;

    /// <param name="statement">Of <see cref="Insert"/>.</param>
    /// <param name="number">The article's own.</param>
    /// <param name="file">The number of its file.</param>
    /// <param name="article">What is stored.</param>
    /// <param name="digest">The article's.</param>
    public static void Write(Statement statement, long number, long file, Article article, byte[] digest)
    {
        var (outlet, author, url, published, language, hash, collection) = article.Provenance;
        statement.Bind(1, number).Bind(2, file).Bind(3, article.Id).Bind(4, hash).Bind(5, published?.DayNumber).Bind(6, article.Title)
            .Bind(7, outlet).Bind(8, author).Bind(9, url).Bind(10, language).Bind(11, collection).Bind(12, Parts(article))
            .Bind(13, digest).Bind(14, Encoding.UTF8.GetBytes(article.Text)).Run();
    }

    /// <param name="statement">Of <see cref="Select"/>, at the article's row.</param>
    /// <exception cref="InvalidDataException">The row is damaged.</exception>
    public static Article Read(Statement statement)
    {
        return new Article(statement.Text(0), statement.Text(3), statement.Text(10), Provenance(statement), Parts(statement.Bytes(9)));
    }

    /// <param name="statement">Of <see cref="SelectListed"/>.</param>
    /// <param name="number">The article's own.</param>
    /// <param name="passages">How many it has.</param>
    /// <returns>Null if there is no such article.</returns>
    public static ListedArticle? ReadListed(Statement statement, long number, int passages)
    {
        var listed = statement.Bind(1, number).Step() ? new ListedArticle(statement.Text(0), statement.Text(3), Provenance(statement), passages) : null;
        statement.Reset();
        return listed;
    }

    /// <summary>Whether the row, at which the statement of <see cref="Select"/> stands, is what was written.</summary>
    public static bool IsIntact(Statement statement, Article read) => statement.Bytes(DigestColumn).SequenceEqual(ArticleDigest.Of(read));

    private static Provenance Provenance(Statement statement)
    {
        var published = statement.IsNull(2) ? (DateOnly?)null : DateOnly.FromDayNumber((int)statement.Integer(2));
        return new Provenance(
            statement.TextOrNull(4), statement.TextOrNull(5), statement.TextOrNull(6), published, statement.TextOrNull(7), statement.Text(1), statement.TextOrNull(8));
    }

    private static byte[] Parts(Article article)
    {
        var bytes = new ByteWriter();
        var end = 0;
        foreach (var (span, kind) in article.Parts)
        {
            bytes.Number(span.Start - end);
            bytes.Number(span.Length);
            bytes.Number((int)kind);
            end = span.End;
        }

        return bytes.Written.ToArray();
    }

    private static List<ArticlePart> Parts(ReadOnlySpan<byte> bytes)
    {
        List<ArticlePart> parts = [];
        for (int at = 0, end = 0; at < bytes.Length;)
        {
            var start = end + (int)Varint.Read(bytes, ref at);
            end = start + (int)Varint.Read(bytes, ref at);
            parts.Add(new ArticlePart(new TextSpan(start, end), (PartKind)Varint.Read(bytes, ref at)));
        }

        return parts;
    }
}
