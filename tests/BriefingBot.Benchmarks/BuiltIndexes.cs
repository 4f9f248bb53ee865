using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
#if STANDARD
using BriefingBot.Lucene;
#endif

namespace BriefingBot.Benchmarks;

/// <summary>The indexes that this build has, each in a folder of its own; on PostgreSQL, the folder is the name of the corpus.</summary>
internal static class BuiltIndexes
{
    private const string Postgres = "postgres";

    private static readonly Dictionary<string, Func<string, IIndexer>> Indexers = new(StringComparer.Ordinal)
    {
        ["sqlite"] = folder => new SqliteIndexer(StoreIn(folder)),
#if STANDARD
        ["lucene"] = folder => new LuceneIndexer(Path.Combine(folder, "index.lucene"), StoreIn(folder)),
#endif
        [Postgres] = BuiltPostgres.Indexer,
    };

    public static IReadOnlyList<string> Kinds { get; } = [.. Indexers.Keys.Where(kind => kind != Postgres || BuiltPostgres.IsThere)];

    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="folder">Need not exist.</param>
    public static IIndexer Indexer(string kind, string folder) => Indexers[kind](folder);

    /// <summary>Of the index and the articles that are stored.</summary>
    public static long LengthInBytes(string kind, string folder) => kind == Postgres
        ? BuiltPostgres.LengthInBytes(folder)
        : new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Removes what deleting the folder does not.</summary>
    public static void Remove(string kind, string folder)
    {
        if (kind == Postgres)
            BuiltPostgres.Remove(folder);
    }

    private static string StoreIn(string folder) => Path.Combine(folder, "index.db");
}
