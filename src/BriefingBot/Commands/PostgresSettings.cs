using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Postgres;
using BriefingBot.Retrieval;

namespace BriefingBot.Commands;

/// <summary>The settings <c>Postgres:ConnectionString</c>, <c>Postgres:ReadConnectionString</c> and <c>Postgres:Corpus</c>, from the environment.</summary>
internal static class PostgresSettings
{
    private const string Prefix = "BRIEFINGBOT_Postgres__";

    public static IIndexer Indexer(Corpus corpus) => new PostgresIndexer(Options, NameOf(corpus));

    /// <exception cref="JournalException">The server cannot be used.</exception>
    public static IJournal Journal(Corpus corpus) => PostgresJournal.Open(Options, NameOf(corpus));

    private static PostgresOptions Options => new()
    {
        ConnectionString = Variable(nameof(PostgresOptions.ConnectionString)) ?? "",
        ReadConnectionString = Variable(nameof(PostgresOptions.ReadConnectionString)),
    };

    /// <summary>Nodes that hold a corpus at different paths give it one name by <c>Postgres:Corpus</c>.</summary>
    private static string NameOf(Corpus corpus) => Variable("Corpus") ?? corpus.Name;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(Prefix + name) is { Length: > 0 } value ? value : null;
}
