using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval.Updates;
using Npgsql;

namespace BriefingBot.Postgres.Updates;

/// <summary>A corpus of the server as an update plan reads it, by a connection of its own.</summary>
internal sealed class StoredCorpus(NpgsqlConnection connection, CorpusState corpus) : IStoredCorpus
{
    public long NextArticle => corpus.NextArticle;

    public long NextFile => corpus.NextFile;

    public Dictionary<string, StoredFile> Files()
    {
        using var command = Command("SELECT number, path, size, modified, hash, problems FROM briefingbot.file WHERE corpus = $1");
        using var row = command.ExecuteReader();
        Dictionary<string, StoredFile> files = [];
        while (row.Read())
        {
            var hash = row.IsDBNull(4) ? null : row.GetString(4);
            files.Add(row.GetString(1), new StoredFile(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), hash, row.GetString(5)));
        }

        return files;
    }

    public Dictionary<long, int> ArticlesPerFile()
    {
        using var command = Command("SELECT file, count(*) FROM briefingbot.article WHERE corpus = $1 AND file IS NOT NULL GROUP BY file");
        using var row = command.ExecuteReader();
        Dictionary<long, int> counts = [];
        while (row.Read())
            counts.Add(row.GetInt64(0), (int)row.GetInt64(1));
        return counts;
    }

    public IEnumerable<StoredArticle> ArticlesOf(long file)
    {
        using var command = Command("SELECT number, id, digest FROM briefingbot.article WHERE corpus = $1 AND file = $2 ORDER BY number");
        command.Parameters.AddWithValue(file);
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return new StoredArticle(row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(2));
    }

    public void Dispose() => connection.Dispose();

    private NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(corpus.Number);
        return command;
    }
}
