using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using Npgsql;
using NpgsqlTypes;

namespace BriefingBot.Postgres.Searches;

/// <summary>What a query searches, as conditions over the parameters 2 to 7; the corpus is parameter 1.</summary>
internal static class ArticleFilter
{
    /// <summary>Over passages.</summary>
    public const string OfPassages = """
        ($2::date IS NULL OR published IS NULL OR published <= $2) AND ($3::date IS NULL OR published >= $3) AND ($4::date IS NULL OR published <= $4)
        AND ($5::text[] IS NULL OR outlet_key = ANY ($5)) AND ($6::text[] IS NULL OR language_key = ANY ($6)) AND ($7::text[] IS NULL OR collection_key = ANY ($7))
        """;

    /// <summary>Over articles.</summary>
    public const string OfArticles = $"article.corpus = $1 AND article.file IS NOT NULL AND {OfPassages}";

    /// <summary>Whether all there is is left.</summary>
    public static bool IsEmpty(PassageFilter? filter, DateOnly? asOf) => asOf is null && filter?.IsEmpty != false;

    /// <summary>Adds the parameters 1 to 7.</summary>
    public static void AddTo(NpgsqlCommand command, int corpus, PassageFilter? filter, DateOnly? asOf)
    {
        command.Parameters.AddWithValue(corpus);
        foreach (var day in (DateOnly?[])[asOf, filter?.From, filter?.To])
            Add(command, NpgsqlDbType.Date, day);
        foreach (var names in (IReadOnlyList<string>?[])[filter?.Outlets, filter?.Languages, filter?.Collections])
            Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, names?.Select(name => StoredText.Of(PassageFilter.KeyOf(name))).ToArray());
    }

    private static void Add(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
}
