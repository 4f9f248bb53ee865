using BriefingBot.Articles;
using BriefingBot.Postgres;
using BriefingBot.Retrieval;

namespace BriefingBot.Commands;

/// <summary>The settings <c>Postgres:ConnectionString</c>, <c>Postgres:ReadConnectionString</c> and <c>Postgres:Corpus</c>, from the environment.</summary>
internal static class PostgresSettings
{
    private const string Prefix = "BRIEFINGBOT_Postgres__";

    /// <summary>Nodes that hold a corpus at different paths give it one name by <c>Postgres:Corpus</c>.</summary>
    public static IIndexer Indexer(Corpus corpus)
    {
        var options = new PostgresOptions
        {
            ConnectionString = Variable(nameof(PostgresOptions.ConnectionString)) ?? "",
            ReadConnectionString = Variable(nameof(PostgresOptions.ReadConnectionString)),
        };
        return new PostgresIndexer(options, Variable("Corpus") ?? corpus.Name);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(Prefix + name) is { Length: > 0 } value ? value : null;
}
