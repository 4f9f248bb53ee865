using BriefingBot.Retrieval;
using Npgsql;
using NpgsqlTypes;

namespace BriefingBot.Postgres.Searches;

/// <summary>Which passages a query searches, as a condition over the parameters 3 to 8; the corpus is parameter 1.</summary>
internal static class ArticleFilter
{
    public const string Sql = """
        ($3::date IS NULL OR passage.published IS NULL OR passage.published <= $3)
        AND ($4::date IS NULL OR passage.published >= $4)
        AND ($5::date IS NULL OR passage.published <= $5)
        AND ($6::text[] IS NULL AND $7::text[] IS NULL AND $8::text[] IS NULL OR passage.article IN (
          SELECT number FROM briefingbot.article
          WHERE article.corpus = $1
            AND ($6 IS NULL OR outlet_key = ANY ($6)) AND ($7 IS NULL OR language_key = ANY ($7)) AND ($8 IS NULL OR collection_key = ANY ($8))))
        """;

    /// <summary>Whether the query searches all there is.</summary>
    public static bool IsEmpty(CandidateQuery query) => query.AsOf is null && query.Filter?.IsEmpty != false;

    public static void AddTo(NpgsqlCommand command, CandidateQuery query)
    {
        var filter = query.Filter;
        foreach (var day in (DateOnly?[])[query.AsOf, filter?.From, filter?.To])
            Add(command, NpgsqlDbType.Date, day);
        foreach (var names in (IReadOnlyList<string>?[])[filter?.Outlets, filter?.Languages, filter?.Collections])
            Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, names?.Select(PassageFilter.KeyOf).ToArray());
    }

    private static void Add(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
}
