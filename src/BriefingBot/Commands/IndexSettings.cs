using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
#if STANDARD
using BriefingBot.Lucene;
#endif

namespace BriefingBot.Commands;

/// <summary>Which corpus is searched, by what kind of index, and where that lies.</summary>
/// <param name="Corpus">A folder or a file.</param>
/// <param name="Data">The folder for indexes.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
internal sealed record IndexSettings(string Corpus, string Data, string Kind)
{
    /// <summary>The variable that chooses the kind where no option does; the same as <c>Index:Kind</c> of a configuration.</summary>
    public const string KindVariable = "BRIEFINGBOT_Index__Kind";

    private const string Server = "postgres";

    private static readonly Dictionary<string, Func<IndexSettings, Corpus, IIndexer>> Indexers = new(StringComparer.OrdinalIgnoreCase)
    {
#if STANDARD
        ["lucene"] = (settings, corpus) => new LuceneIndexer(LuceneIndex.PathOf(settings.Data, corpus), SqliteIndex.PathOf(settings.Data, corpus)),
#endif
        ["sqlite"] = (settings, corpus) => new SqliteIndexer(SqliteIndex.PathOf(settings.Data, corpus)),
        [Server] = (_, corpus) => PostgresSettings.Indexer(corpus),
    };

    /// <summary>The kinds that this build has, the default first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Indexers.Keys];

    /// <summary>The kind in use where a command names none.</summary>
    /// <exception cref="InputException">The environment names none that this build has.</exception>
    public static string DefaultKind => Environment.GetEnvironmentVariable(KindVariable) is { Length: > 0 } kind ? Known(kind, KindVariable) : Kinds[0];

    /// <summary>Whether what is kept lies on a server that nodes share, not in <see cref="Data"/>.</summary>
    public bool IsOnServer => Kind.Equals(Server, StringComparison.Ordinal);

    /// <param name="kind">In any case.</param>
    /// <param name="where">What names it, for the message.</param>
    /// <exception cref="InputException">This build has no such index.</exception>
    public static string Known(string kind, string where) =>
        Kinds.FirstOrDefault(known => known.Equals(kind, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException($"{where}: this build has no index of the kind {kind}; choose one of {string.Join(", ", Kinds)}");

    /// <exception cref="CorpusException">There is no such folder or file.</exception>
    public IIndexer Indexer(Corpus corpus) => Indexers[Kind](this, corpus);
}
