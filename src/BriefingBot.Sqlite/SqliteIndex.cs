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
    private readonly ReaderPool _readers;
    private readonly Lock _reading = new();
    private Snapshot _snapshot;

    private SqliteIndex(string path, ReaderPool readers)
    {
        _path = path;
        _readers = readers;
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
        var readers = new ReaderPool(full);
        try
        {
            return new SqliteIndex(full, readers);
        }
        catch
        {
            readers.Dispose();
            throw;
        }
    }

    public CorpusExtent ExtentOf(PassageFilter? filter, DateOnly? asOf = null) => Run((_, snapshot) => new Scope(snapshot, filter, asOf).Totals.Extent);

    public Candidates Search(CandidateQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Most, 1, nameof(query));
        return Run((reader, snapshot) => reader.Search.Search(snapshot, query, reader.Scratch));
    }

    public Article Read(long article) => Run((reader, snapshot) => reader.Article(article) ?? throw NoArticle(article, snapshot));

    public Article? Find(string id, PassageFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Run((reader, snapshot) => new ListedArticles(reader, snapshot).Find(id, filter));
    }

    public ArticleList List(ListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Run((reader, snapshot) => new ListedArticles(reader, snapshot).List(query));
    }

    public IReadOnlyList<OutletCount> Outlets(PassageFilter? filter = null) => Run((reader, snapshot) => new ListedArticles(reader, snapshot).Outlets(filter));

    public IReadOnlyList<string> Verify(Corpus? corpus = null) => Run((reader, snapshot) =>
    {
        var check = new IndexCheck(reader.Database, snapshot);
        var problems = check.Run();
        new PostingCheck(reader.Database, problems).Run(snapshot);
        if (corpus is not null)
            check.CompareFiles(corpus);
        return problems;
    });

    public void Dispose() => _readers.Dispose();

    private IndexException NoArticle(long article, Snapshot snapshot) => snapshot.Has(article)
        ? Failures.Damaged(_path, $"article {article} is indexed but not stored")
        : new IndexException($"The index {_path} has no article {article} any more: it was updated meanwhile; ask again.");

    /// <summary>Does something within one commit.</summary>
    internal T Run<T>(Func<Reader, Snapshot, T> read) => _readers.Run((reader, generation) => read(reader, Current(reader, generation)));

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
