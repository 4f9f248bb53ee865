using BriefingBot.Articles;
using BriefingBot.Sqlite.Stores;

namespace BriefingBot.Sqlite.Searches;

/// <summary>A connection to read with, its statements and its arrays. For one thread at a time.</summary>
internal sealed class Reader : IDisposable
{
    private readonly Database _database;
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _generation;
    private readonly Statement _article;
    private readonly PassageSearch _search;

    private Reader(Database database)
    {
        _database = database;
        _database.Execute("PRAGMA cache_size = -4000; PRAGMA query_only = 1");
        _begin = database.Prepare("BEGIN");
        _end = database.Prepare("COMMIT");
        _generation = database.Prepare("SELECT value FROM meta WHERE key = 'generation'");
        _article = database.Prepare(ArticleRows.Select);
        _search = new PassageSearch(new StoredPostings(database.Prepare("SELECT data FROM posting WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1")));
    }

    public Database Database => _database;

    public PassageSearch Search => _search;

    public Scratch Scratch { get; } = new();

    /// <exception cref="Retrieval.IndexException">There is no index, or none of this build.</exception>
    public static Reader Open(string path)
    {
        if (!File.Exists(path))
            throw Failures.Missing(path);

        var database = OpenDatabase(path);
        try
        {
            if (Schema.IsEmpty(database))
                throw Failures.Missing(path);
            return Schema.IsCurrent(database) ? new Reader(database) : throw Failures.OtherVersion(path);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static Database OpenDatabase(string path)
    {
        var database = Database.Open(path, writable: false);
        try
        {
            _ = Schema.IsEmpty(database);
            return database;
        }
        catch (Retrieval.IndexException) when (new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 })
        {
            // Reading a WAL file's shared memory takes a folder that may be written; with nothing in the log, the file is all there is.
            database.Dispose();
            return Database.OpenImmutable(path);
        }
    }

    /// <summary>From here to <see cref="End"/>, nothing changes.</summary>
    /// <returns>The number of the commit that is read.</returns>
    public long Begin()
    {
        _begin.Run();
        if (!_generation.Step())
            throw new InvalidDataException("no generation");
        var generation = _generation.Integer(0);
        _generation.Reset();
        return generation;
    }

    public void End() => _end.Run();

    /// <returns>Null if there is no such article.</returns>
    public Article? Article(long number)
    {
        if (!_article.Bind(1, number).Step())
            return null;

        try
        {
            return ArticleRows.Read(_article);
        }
        finally
        {
            _article.Reset();
        }
    }

    public void Dispose() => _database.Dispose();
}
