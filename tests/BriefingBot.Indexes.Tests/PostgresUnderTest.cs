using BriefingBot.Postgres;
using BriefingBot.Postgres.Stores;
using BriefingBot.Postgres.Tests;
using BriefingBot.Retrieval;
using Npgsql;

namespace BriefingBot.Indexes.Tests;

/// <summary>A corpus of its own for each folder, all in one database of a real server.</summary>
internal sealed class PostgresUnderTest : IndexUnderTest
{
    // Processes that are started, such as the one that is killed, find the database by it.
    private const string Variable = "BRIEFINGBOT_TEST_DATABASE";

    public static Lazy<string> Database { get; } = new(() =>
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } inherited)
            return inherited;
        var database = TestServer.NewDatabase();
        Environment.SetEnvironmentVariable(Variable, database);
        return database;
    });

    public override string Kind => "postgres";

    public override bool CanBackUp => false;

    public override IReadOnlyDictionary<string, Action<string>> Damages { get; } = new Dictionary<string, Action<string>>
    {
        ["an article that is not stored"] = data => Change(data, "DELETE FROM briefingbot.article WHERE corpus = $1 AND number = 2"),
        ["an article with other words"] = data => Change(data, "UPDATE briefingbot.article SET body = 'other words' WHERE corpus = $1 AND number = 2"),
        ["parts outside their article"] = data => Change(data, "UPDATE briefingbot.article SET parts = '{5,100000,1}' WHERE corpus = $1 AND number = 2"),
        ["passages that are not indexed"] = data => Change(data, "DELETE FROM briefingbot.passage WHERE corpus = $1 AND article < 10"),
        ["lexemes of another passage"] = data => Change(data, "UPDATE briefingbot.passage SET lexemes = 'other' WHERE corpus = $1 AND article = 2"),
        ["a passage of another article"] = data => Change(data, "UPDATE briefingbot.passage SET article = 100000 WHERE corpus = $1 AND article = 2"),
        ["wrong counts of terms"] = data => Change(data, "UPDATE briefingbot.term SET passages = passages + 1 WHERE corpus = $1"),
        ["wrong counts of articles"] = data => Change(data, "UPDATE briefingbot.corpus SET articles = 7 WHERE number = $1"),
        ["no index over the lexemes"] = data => Change(data, "ALTER INDEX briefingbot.passage_$1_lexemes RENAME TO gone_$1"),
    };

    public override IIndexer Indexer(string data) => new PostgresIndexer(new PostgresOptions { ConnectionString = Database.Value }, NameOf(data));

    public override void MakeOtherVersion(string data) => Change(data, "UPDATE briefingbot.corpus SET core = 'another build' WHERE number = $1");

    public override void Remove(string data) => Change(data, "UPDATE briefingbot.corpus SET replaced = name, name = NULL WHERE number = $1");

    public override void LeaveLock(string data)
    {
        using var killed = Connect();
        using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({Locks.Class}, {Locks.Of(NameOf(data))}), pg_terminate_backend(pg_backend_pid())", killed);
        Assert.Throws<PostgresException>(() => command.ExecuteNonQuery());
    }

    public override void CleanUp(string data)
    {
        using var connection = Connect();
        if (CorpusState.Find(connection, NameOf(data)) is null)
            return;
        Remove(data);
        CorpusRows.RemoveReplaced(connection, NameOf(data));
    }

    private static string NameOf(string data) => Path.GetFileName(Path.GetDirectoryName(data))!;

    private static NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(Database.Value + ";Pooling=false");
        connection.Open();
        return connection;
    }

    private static void Change(string data, string sql)
    {
        using var connection = Connect();
        var corpus = CorpusState.Find(connection, NameOf(data))!;
        using var command = new NpgsqlCommand(sql.Replace("$1", $"{corpus.Number}", StringComparison.Ordinal), connection);
        command.ExecuteNonQuery();
    }
}
