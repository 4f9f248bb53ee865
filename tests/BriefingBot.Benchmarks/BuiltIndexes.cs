using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
#if STANDARD
using BriefingBot.Lucene;
#endif

namespace BriefingBot.Benchmarks;

/// <summary>The indexes that this build has, each in a folder of its own.</summary>
internal static class BuiltIndexes
{
    private static readonly Dictionary<string, Func<string, IIndexer>> Indexers = new(StringComparer.Ordinal)
    {
        ["sqlite"] = folder => new SqliteIndexer(StoreIn(folder)),
#if STANDARD
        ["lucene"] = folder => new LuceneIndexer(Path.Combine(folder, "index.lucene"), StoreIn(folder)),
#endif
    };

    public static IReadOnlyList<string> Kinds { get; } = [.. Indexers.Keys];

    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="folder">Need not exist.</param>
    public static IIndexer Indexer(string kind, string folder) => Indexers[kind](folder);

    private static string StoreIn(string folder) => Path.Combine(folder, "index.db");
}
