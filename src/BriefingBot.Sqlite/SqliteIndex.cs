using System.Collections.Concurrent;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Checks;
using BriefingBot.Sqlite.Searches;

namespace BriefingBot.Sqlite;

/// <summary>
/// Reads an index file. A search sees one commit whole, and the next one sees what another process has committed since. An article that was found can
/// be read until the second update after that.
/// </summary>
public sealed class SqliteIndex : IPassageIndex
{
    private readonly string _path;
    private readonly ConcurrentBag<Reader> _idle = [];
    private readonly Lock _reading = new();
    private Snapshot _snapshot;
    private volatile bool _disposed;

    private SqliteIndex(string path, Reader reader)
    {
        _path = path;
        _idle.Add(reader);
        _snapshot = Run(static (_, snapshot) => snapshot);
    }

    /// <summary>Where the index of a corpus lies in a data folder: one file for each corpus.</summary>
    /// <param name="dataFolder">Need not exist.</param>
    /// <param name="corpus">The folder or file it is of.</param>
    public static string PathOf(string dataFolder, Corpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return Path.Combine(Path.GetFullPath(dataFolder), $"{corpus.Name}.db");
    }

    /// <summary>Opens the index that an update has made.</summary>
    /// <exception cref="IndexException">There is none, another version made it, or it cannot be read.</exception>
    public static SqliteIndex Open(string path)
    {
        var full = Path.GetFullPath(path);
        var reader = Reader.Open(full);
        try
        {
            return new SqliteIndex(full, reader);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public CorpusExtent Extent => Run(static (_, snapshot) => snapshot.Extent);

    public Candidates Search(CandidateQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Most, 1, nameof(query));
        return Run((reader, snapshot) => reader.Search.Search(snapshot, query, reader.Scratch));
    }

    public Article Read(long article) => Run((reader, snapshot) => reader.Article(article) ?? throw NoArticle(article, snapshot));

    public IReadOnlyList<ListedArticle> List() => Run(static (reader, snapshot) => ListedArticles.Read(reader.Database, snapshot));

    public IReadOnlyList<string> Verify(Corpus? corpus = null) => Run((reader, snapshot) =>
    {
        var check = new IndexCheck(reader.Database, snapshot);
        var problems = check.Run();
        if (corpus is not null)
            check.CompareFiles(corpus);
        return problems;
    });

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    private IndexException NoArticle(long article, Snapshot snapshot) => snapshot.Has(article)
        ? Failures.Damaged(_path, $"article {article} is indexed but not stored")
        : new IndexException($"The index {_path} has no article {article} any more: it was updated meanwhile; ask again.");

    /// <summary>Does something within one commit.</summary>
    internal T Run<T>(Func<Reader, Snapshot, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var reader = _idle.TryTake(out var idle) ? idle : Reader.Open(_path);
        var done = false;
        try
        {
            var generation = reader.Begin();
            var result = read(reader, Current(reader, generation));
            reader.End();
            done = true;
            return result;
        }
        catch (Exception damage) when (Failures.IsDamage(damage))
        {
            throw Failures.Damaged(_path, damage.Message);
        }
        finally
        {
            Return(reader, done);
        }
    }

    // A reader that failed may be within a transaction.
    private void Return(Reader reader, bool isUsable)
    {
        if (isUsable && !_disposed && _idle.Count < Environment.ProcessorCount)
            _idle.Add(reader);
        else
            reader.Dispose();
    }

    private Snapshot Current(Reader reader, long generation)
    {
        var known = Volatile.Read(ref _snapshot);
        if (known?.Generation == generation)
            return known;

        lock (_reading)
        {
            known = _snapshot;
            if (known?.Generation == generation)
                return known;

            var current = Snapshot.Read(reader.Database, generation, known);
            if (known is null || known.Generation < generation)
                _snapshot = current;
            return current;
        }
    }
}
