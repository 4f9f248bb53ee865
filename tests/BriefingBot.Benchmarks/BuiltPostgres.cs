using BriefingBot.Postgres;
using BriefingBot.Postgres.Stores;
using Npgsql;

namespace BriefingBot.Benchmarks;

/// <summary>The index on the PostgreSQL server that the program's own setting names, if it names one.</summary>
internal static class BuiltPostgres
{
    private static readonly string? ConnectionString = Environment.GetEnvironmentVariable("BRIEFINGBOT_Postgres__ConnectionString");

    public static bool IsThere => ConnectionString is { Length: > 0 };

    public static PostgresIndexer Indexer(string folder) => new(new PostgresOptions { ConnectionString = ConnectionString! }, folder);

    public static PostgresJournal Journal(string name) => PostgresJournal.Open(new PostgresOptions { ConnectionString = ConnectionString! }, name);

    /// <summary>What the corpus takes of the server's disk.</summary>
    public static long LengthInBytes(string folder)
    {
        using var connection = Connect();
        var corpus = CorpusState.Find(connection, folder)!.Number;
        using var command = new NpgsqlCommand(
            $"SELECT pg_total_relation_size('briefingbot.passage_{corpus}') + pg_total_relation_size('briefingbot.article') + pg_total_relation_size('briefingbot.term')", connection);
        return (long)command.ExecuteScalar()!;
    }

    public static void Remove(string folder)
    {
        using var connection = Connect();
        CorpusRows.Replace(connection, folder);
        CorpusRows.RemoveReplaced(connection, folder);
    }

    private static NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        return connection;
    }
}
