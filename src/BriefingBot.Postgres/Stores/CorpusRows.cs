using Npgsql;

namespace BriefingBot.Postgres.Stores;

/// <summary>Makes and removes a corpus, each with a partition of its own for its passages. For who holds the lock of the corpus.</summary>
internal static class CorpusRows
{
    public static string LexemeIndex(int corpus) => $"briefingbot.passage_{corpus}_lexemes";

    /// <summary>Finds the corpus, or makes one without articles.</summary>
    public static CorpusState FindOrAdd(NpgsqlConnection connection, string name) =>
        CorpusState.Find(connection, name) ?? Add(connection, name);

    /// <summary>Puts a corpus without articles in its place. What was there is read on by those who found it, until the next update.</summary>
    public static CorpusState Replace(NpgsqlConnection connection, string name)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, "UPDATE briefingbot.corpus SET name = NULL, replaced = $1 WHERE name = $1", name);
        var added = Insert(connection, name);
        transaction.Commit();
        return added;
    }

    /// <summary>Removes what an earlier update replaced.</summary>
    public static void RemoveReplaced(NpgsqlConnection connection, string name)
    {
        foreach (var number in Replaced(connection, name))
        {
            using var transaction = connection.BeginTransaction();
            Execute(connection, $"DROP TABLE IF EXISTS briefingbot.passage_{number}");
            foreach (var table in (string[])["term", "article", "file"])
                Execute(connection, $"DELETE FROM briefingbot.{table} WHERE corpus = $1", number);
            Execute(connection, "DELETE FROM briefingbot.corpus WHERE number = $1", number);
            transaction.Commit();
        }
    }

    private static CorpusState Add(NpgsqlConnection connection, string name)
    {
        using var transaction = connection.BeginTransaction();
        var added = Insert(connection, name);
        transaction.Commit();
        return added;
    }

    private static CorpusState Insert(NpgsqlConnection connection, string name)
    {
        using var insert = new NpgsqlCommand("INSERT INTO briefingbot.corpus (name, core) VALUES ($1, $2) RETURNING number", connection);
        insert.Parameters.AddWithValue(name);
        insert.Parameters.AddWithValue(CorpusState.ThisCore);
        var number = (int)insert.ExecuteScalar()!;

        // Attached, since a partition that is created as one locks those out who read other corpora.
        Execute(connection, $"CREATE TABLE briefingbot.passage_{number} (LIKE briefingbot.passage INCLUDING DEFAULTS, CHECK (corpus = {number}))");
        Execute(connection, $"CREATE INDEX passage_{number}_lexemes ON briefingbot.passage_{number} USING gin (lexemes)");
        Execute(connection, $"ALTER TABLE briefingbot.passage ATTACH PARTITION briefingbot.passage_{number} FOR VALUES IN ({number})");
        return CorpusState.Find(connection, name)!;
    }

    private static List<int> Replaced(NpgsqlConnection connection, string name)
    {
        using var command = new NpgsqlCommand("SELECT number FROM briefingbot.corpus WHERE replaced = $1", connection);
        command.Parameters.AddWithValue(name);
        using var row = command.ExecuteReader();
        List<int> numbers = [];
        while (row.Read())
            numbers.Add(row.GetInt32(0));
        return numbers;
    }

    private static void Execute(NpgsqlConnection connection, string sql, params object[] values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        command.ExecuteNonQuery();
    }
}
