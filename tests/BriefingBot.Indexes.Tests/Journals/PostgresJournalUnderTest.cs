using BriefingBot.Answers;
using BriefingBot.Postgres;
using BriefingBot.Postgres.Tests;
using Npgsql;

namespace BriefingBot.Indexes.Tests.Journals;

/// <summary>A journal of its own for each folder, all in one database of a real server; those that are broken have a database of their own.</summary>
internal sealed class PostgresJournalUnderTest : JournalUnderTest
{
    public override string Kind => "postgres";

    public override IReadOnlyDictionary<string, Action<string>> Damages { get; } = new Dictionary<string, Action<string>>
    {
        ["bytes that are no text"] = data => Change(data, @"UPDATE briefingbot_journal.entry SET content = '\xff' WHERE number = 7"),
        ["no table"] = data => Change(data, "DROP TABLE briefingbot_journal.entry"),
        ["no schema"] = data => Change(data, "DROP SCHEMA briefingbot_journal CASCADE"),
    };

    public override IJournal Open(string data, TimeProvider? time = null) =>
        PostgresJournal.Open(new PostgresOptions { ConnectionString = DatabaseOf(data) }, Path.GetFileName(data), time);

    public override IJournal OpenReadOnly(string data)
    {
        var database = new NpgsqlConnectionStringBuilder(DatabaseOf(data));
        Change(data, $"ALTER DATABASE {database.Database} SET default_transaction_read_only = on");
        return Open(data);
    }

    public override IJournal OpenOnFullDisk(string data)
    {
        Change(data, """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON briefingbot_journal.entry EXECUTE FUNCTION full_disk()
            """);
        return Open(data);
    }

    public override void Isolate(string data) => File.WriteAllText(OwnDatabase(data), TestServer.NewDatabase());

    private static string DatabaseOf(string data) => File.Exists(OwnDatabase(data)) ? File.ReadAllText(OwnDatabase(data)) : PostgresUnderTest.Database.Value;

    private static string OwnDatabase(string data) => Path.Combine(data, "database");

    private static void Change(string data, string sql)
    {
        using var connection = new NpgsqlConnection(DatabaseOf(data) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
