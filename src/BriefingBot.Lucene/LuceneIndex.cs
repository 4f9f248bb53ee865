using System.Collections.Concurrent;
using BriefingBot.Articles;
using BriefingBot.Lucene.Searches;
using BriefingBot.Lucene.Updates;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
using BriefingBot.Sqlite.Checks;
using BriefingBot.Sqlite.Searches;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;
using Lock = System.Threading.Lock;

namespace BriefingBot.Lucene;

/// <summary>
/// Reads an index of Lucene's and the store of its articles. A search sees one commit whole, and the next one sees what another process has committed
/// since. An article that was found can be read until the second update after that.
/// </summary>
public sealed class LuceneIndex : IPassageIndex
{
    // Between the commits of the index and of its store, an update is for milliseconds in neither.
    private const int Patience = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly string _folder;
    private readonly Directory _directory;
    private readonly SearcherManager _searchers;
    private readonly ReaderPool _articles;
    private readonly ConcurrentBag<LeafPostings> _idle = [];
    private readonly Lock _reading = new();
    private SearchedReader? _searched;

    private LuceneIndex(string folder, Directory directory, SearcherManager searchers, ReaderPool articles) =>
        (_folder, _directory, _searchers, _articles) = (folder, directory, searchers, articles);

    /// <summary>Where the index of a corpus lies in a data folder; its articles are where the SQLite index has them.</summary>
    /// <param name="dataFolder">Need not exist.</param>
    /// <param name="corpus">The folder or file it is of.</param>
    public static string PathOf(string dataFolder, Corpus corpus) => Path.ChangeExtension(SqliteIndex.PathOf(dataFolder, corpus), ".lucene");

    /// <summary>Opens the index that an update has made.</summary>
    /// <param name="folder">Of the index.</param>
    /// <param name="store">The file of its articles.</param>
    /// <exception cref="IndexException">There is none, another version made it, it is not of the same update as its articles, or it cannot be read.</exception>
    public static LuceneIndex Open(string folder, string store) =>
        TryOpen(Path.GetFullPath(folder), Path.GetFullPath(store)) ?? throw Failures.Apart(Path.GetFullPath(folder));

    /// <returns>Null if the index and its articles are not of the same update.</returns>
    internal static LuceneIndex? TryOpen(string folder, string store)
    {
        var articles = new ReaderPool(store);
        LuceneIndex? index = null;
        try
        {
            index = Failures.Guard(folder, () => OpenFolder(folder, articles));
            return index.IsOfOneUpdate() ? index : null;
        }
        finally
        {
            if (index?._searched is null)
            {
                index?.Dispose();
                articles.Dispose();
            }
        }
    }

    public CorpusExtent ExtentOf(PassageFilter? filter, DateOnly? asOf = null) => Run(searched => new Scope(searched.Snapshot, filter, asOf).Totals.Extent);

    public Candidates Search(CandidateQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Most, 1, nameof(query));
        return Run(searched =>
        {
            var postings = _idle.TryTake(out var idle) && idle.Searched == searched ? idle : new LeafPostings(searched);
            var candidates = new PassageSearch(postings).Search(searched.Snapshot, query, postings.Scratch);
            if (_idle.Count < Environment.ProcessorCount)
                _idle.Add(postings);
            return candidates;
        });
    }

    public Article Read(long article) => _articles.Run((reader, _) => reader.Article(article)) ?? throw NoArticle(article);

    public Article? Find(string id, PassageFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Listed(articles => articles.Find(id, filter));
    }

    public ArticleList List(ListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Listed(articles => articles.List(query));
    }

    public IReadOnlyList<OutletCount> Outlets(PassageFilter? filter = null) => Listed(articles => articles.Outlets(filter));

    public IReadOnlyList<string> Verify(Corpus? corpus = null) => Run(searched => _articles.Run((reader, _) =>
    {
        var check = new IndexCheck(reader.Database, searched.Snapshot);
        var problems = check.Run();
        foreach (var leaf in searched.Leaves.Values)
            leaf.CheckIntegrity();
        if (corpus is not null)
            check.CompareFiles(corpus);
        return problems;
    }));

    public void Dispose()
    {
        _searchers.Dispose();
        _directory.Dispose();
        _articles.Dispose();
    }

    private static LuceneIndex OpenFolder(string folder, ReaderPool articles)
    {
        if (!System.IO.Directory.Exists(folder))
            throw Failures.Missing(folder);

        var directory = FSDirectory.Open(folder);
        try
        {
            return CommitMark.Read(directory) switch
            {
                null => throw Failures.Missing(folder),
                { Version: not CommitMark.CurrentVersion } => throw Failures.OtherVersion(folder),
                _ => new LuceneIndex(folder, directory, new SearcherManager(directory, null), articles),
            };
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    private bool IsOfOneUpdate()
    {
        for (var i = 0; i < Patience; i++)
        {
            var stored = _articles.Run(static (reader, generation) => (Id: reader.Database.Scalar("SELECT value FROM meta WHERE key = 'id'"), generation));
            var indexed = Run(static searched => CommitMark.Read(searched.Reader.IndexCommit.UserData));
            if (indexed is not null && (indexed.Store, indexed.Generation) == (stored.Id, stored.generation))
                return true;
            Thread.Sleep(Pause);
        }

        _searched = null;
        return false;
    }

    /// <summary>Does something with the last commit.</summary>
    private T Run<T>(Func<SearchedReader, T> read) => Failures.Guard(_folder, () =>
    {
        _searchers.MaybeRefreshBlocking();
        var searcher = _searchers.Acquire();
        try
        {
            return read(Current((DirectoryReader)searcher.IndexReader));
        }
        finally
        {
            _searchers.Release(searcher);
        }
    });

    private T Listed<T>(Func<ListedArticles, T> read) => Run(searched => _articles.Run((reader, _) => read(new ListedArticles(reader, searched.Snapshot))));

    private SearchedReader Current(DirectoryReader reader)
    {
        var known = Volatile.Read(ref _searched);
        if (known?.Reader == reader)
            return known;

        lock (_reading)
        {
            known = _searched;
            if (known?.Reader == reader)
                return known;

            return _searched = SearchedReader.Of(reader, known);
        }
    }

    private IndexException NoArticle(long article) => Run(searched => searched.Snapshot.Has(article))
        ? Failures.Damaged(_folder, $"article {article} is indexed but not stored")
        : new IndexException($"The index {_folder} has no article {article} any more: it was updated meanwhile; ask again.");
}
