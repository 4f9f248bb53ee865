using BriefingBot.Retrieval.Updates;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Stores;

/// <summary>The index file as its one writer sees it.</summary>
internal sealed class Store : IDisposable
{
    private readonly IDisposable _lock;
    private readonly Database _database;

    private Store(IDisposable updateLock, Database database, string? notice)
    {
        _lock = updateLock;
        _database = database;
        Notice = notice;
        database.Execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY");
    }

    public Database Database => _database;

    /// <summary>One line that says that the index had to be made anew, and why; null if it had not.</summary>
    public string? Notice { get; }

    /// <summary>Opens an index for its only writer, and makes it where there is none or that of another version.</summary>
    /// <exception cref="Retrieval.IndexException">Another process updates it, it is damaged, or it cannot be written.</exception>
    public static Store Open(string path)
    {
        var updateLock = UpdateLock.Take(path);
        try
        {
            var (database, notice) = OpenDatabase(path);
            return new Store(updateLock, database, notice);
        }
        catch
        {
            updateLock.Dispose();
            throw;
        }
    }

    /// <summary>Removes an index that is damaged.</summary>
    /// <param name="path">The file.</param>
    /// <param name="deleteMore">Removes what belongs to it; null if nothing does.</param>
    /// <exception cref="Retrieval.IndexException">Another process updates it, or it cannot be removed.</exception>
    public static void Delete(string path, Action? deleteMore = null)
    {
        using var updateLock = UpdateLock.Take(path);
        deleteMore?.Invoke();
        DeleteFiles(path);
    }

    /// <summary>Whether there is an index of this build.</summary>
    /// <exception cref="Retrieval.IndexException">What is there is damaged.</exception>
    public static bool HasCurrent(string path)
    {
        if (!File.Exists(path))
            return false;

        using var database = Database.Open(path, writable: false);
        return !Schema.IsEmpty(database) && Schema.IsCurrent(database);
    }

    /// <summary>The files that are stored, by path.</summary>
    public Dictionary<string, StoredFile> Files()
    {
        Dictionary<string, StoredFile> files = [];
        using var rows = _database.Prepare("SELECT number, path, size, modified, hash, problems FROM file");
        while (rows.Step())
        {
            var file = new StoredFile(rows.Integer(0), rows.Text(1), rows.Integer(2), rows.Integer(3), rows.TextOrNull(4), rows.Text(5));
            files.Add(file.Path, file);
        }

        return files;
    }

    /// <summary>How many articles each file has, by its number.</summary>
    public Dictionary<long, int> ArticlesPerFile()
    {
        Dictionary<long, int> counts = [];
        using var rows = _database.Prepare("SELECT file, count(*) FROM article GROUP BY file");
        while (rows.Step())
            counts.Add(rows.Integer(0), (int)rows.Integer(1));
        return counts;
    }

    public long Counter(string key) =>
        _database.Scalar($"SELECT value FROM meta WHERE key = '{key}'") ?? throw Failures.Damaged(_database.Path, $"no {key} counter");

    public List<Segment> Segments()
    {
        List<Segment> segments = [];
        using var rows = _database.Prepare("SELECT number, layout FROM segment");
        while (rows.Step())
            segments.Add(Segment.Read(rows.Integer(0), rows.Bytes(1)));
        segments.Sort((left, right) => left.ArticleNumbers[0].CompareTo(right.ArticleNumbers[0]));
        return segments;
    }

    /// <summary>Whether the segments hold what is stored; they do not where another kind of index was updated last.</summary>
    public bool HasPostings => Counter("postings") == Counter("generation");

    /// <summary>Within a commit.</summary>
    public void ClearPostings() => _database.Execute("DELETE FROM segment; DELETE FROM posting");

    /// <summary>The articles of the corpus as they are stored, in order of their numbers.</summary>
    /// <param name="partInChars">How much text one part has, about.</param>
    public IEnumerable<IReadOnlyList<NumberedArticle>> Articles(long partInChars)
    {
        using var database = Database.Open(_database.Path, writable: false);
        using var numbers = database.Prepare("SELECT number, file FROM article WHERE file IN (SELECT number FROM file) ORDER BY number");
        using var row = database.Prepare(ArticleRows.Select);
        List<NumberedArticle> part = [];
        long chars = 0;
        while (numbers.Step())
        {
            row.Bind(1, numbers.Integer(0)).Step();
            var article = ArticleRows.Read(row);
            part.Add(new NumberedArticle(numbers.Integer(0), numbers.Integer(1), article, row.Bytes(ArticleRows.DigestColumn).ToArray()));
            row.Reset();
            chars += article.Text.Length;
            if (chars < partInChars)
                continue;
            yield return part;
            (part, chars) = ([], 0);
        }

        if (part.Count > 0)
            yield return part;
    }

    public HashSet<long> Gone()
    {
        HashSet<long> gone = [];
        using var rows = _database.Prepare("SELECT number FROM gone");
        while (rows.Step())
            gone.Add(rows.Integer(0));
        return gone;
    }

    public void Dispose()
    {
        _database.Dispose();
        _lock.Dispose();
    }

    private static (Database Database, string? Notice) OpenDatabase(string path)
    {
        var database = Database.Open(path, writable: true);
        try
        {
            if (Schema.IsEmpty(database))
                Schema.Create(database);
            if (Schema.IsCurrent(database))
                return (database, null);
            if (!Schema.IsIndex(database))
                throw Failures.NoIndex(path);
        }
        catch
        {
            database.Dispose();
            throw;
        }

        database.Dispose();
        return (Rebuild(path), $"The index {path} was made by another version: it is built anew.");
    }

    private static void DeleteFiles(string path)
    {
        try
        {
            foreach (var file in (string[])[path, path + "-wal", path + "-shm"])
                File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Failures.NotWritable(path, failure.Message);
        }
    }

    private static Database Rebuild(string path)
    {
        DeleteFiles(path);
        var database = Database.Open(path, writable: true);
        try
        {
            Schema.Create(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
