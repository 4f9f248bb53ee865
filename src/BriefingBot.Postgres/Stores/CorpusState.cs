using BriefingBot.Articles;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Postgres.Stores;

/// <summary>A corpus as one commit left it.</summary>
/// <param name="Number">The server's own number of it.</param>
/// <param name="Core">The build whose passages and terms are stored.</param>
/// <param name="Generation">The number of the commit.</param>
/// <param name="NextArticle">The first free number.</param>
/// <param name="NextFile">The first free number.</param>
/// <param name="TitleTerms">How many all titles have.</param>
/// <param name="PassageTerms">How many all passages have.</param>
internal sealed record CorpusState(
    int Number, string Core, long Generation, long NextArticle, long NextFile, long TitleTerms, long PassageTerms, CorpusExtent Extent)
{
    public const string Select = """
        SELECT number, core, generation, next_article, next_file, title_terms, passage_terms, articles, passages, first_day, last_day
        FROM briefingbot.corpus WHERE name = $1
        """;

    // The same text gives other passages and terms in another build of the core; no one has to remember to count that up.
    public static string ThisCore { get; } = typeof(Article).Module.ModuleVersionId.ToString();

    public bool IsCurrent => Core.Equals(ThisCore, StringComparison.Ordinal);

    /// <summary>From the row at which a reader of <see cref="Select"/> stands.</summary>
    public static CorpusState Read(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6),
        new CorpusExtent(row.GetInt32(7), row.GetInt32(8), Day(row, 9), Day(row, 10)));

    /// <returns>Null if the server has no such corpus.</returns>
    public static CorpusState? Find(NpgsqlConnection connection, string name)
    {
        using var command = new NpgsqlCommand(Select, connection) { Parameters = { new() { Value = name } } };
        using var row = command.ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
