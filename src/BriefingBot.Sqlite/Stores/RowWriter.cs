using BriefingBot.Retrieval.Updates;

namespace BriefingBot.Sqlite.Stores;

/// <summary>Writes the rows of files and articles. Each commit has the next generation.</summary>
internal sealed class RowWriter
{
    /// <summary>The file of articles that are gone.</summary>
    private const long NoFile = 0;

    private readonly Store _store;
    private readonly Statement _setCounter;
    private readonly Statement _writeFile;
    private readonly Statement _removeFile;
    private readonly Statement _insertArticle;
    private readonly Statement _moveArticle;
    private readonly Statement _leaveFile;
    private readonly Statement _addGone;
    private bool _isPurged;

    public RowWriter(Store store)
    {
        _store = store;
        Gone = store.Gone();
        Generation = store.Counter("generation");
        var database = store.Database;
        _setCounter = database.Prepare("UPDATE meta SET value = ?2 WHERE key = ?1");
        _writeFile = database.Prepare("INSERT OR REPLACE INTO file (number, path, size, modified, hash, problems) VALUES (?, ?, ?, ?, ?, ?)");
        _removeFile = database.Prepare("DELETE FROM file WHERE number = ?");
        _insertArticle = database.Prepare(ArticleRows.Insert);
        _moveArticle = database.Prepare("UPDATE article SET id = ?2, file = ?3 WHERE number = ?1");
        _leaveFile = database.Prepare($"UPDATE article SET file = {NoFile} WHERE number = ?");
        _addGone = database.Prepare("INSERT INTO gone VALUES (?)");
    }

    /// <summary>Of the last commit.</summary>
    public long Generation { get; private set; }

    /// <summary>The numbers of articles that are no longer in the corpus but still known.</summary>
    public HashSet<long> Gone { get; }

    // After a failure the writer is of no use, and closing its connection rolls back.
    public void Commit(Action change)
    {
        _store.Database.Execute("BEGIN IMMEDIATE");
        if (_store.Counter("generation") != Generation)
            throw Failures.Busy(_store.Database.Path);
        change();
        SetCounter("generation", ++Generation);
        _store.Database.Execute("COMMIT");
    }

    public void SetCounter(string key, long value) => _setCounter.Bind(1, key).Bind(2, value).Run();

    /// <summary>Within a commit.</summary>
    /// <param name="batch">Its rows.</param>
    /// <param name="stillIndexed">Articles whose numbers are indexed, be they gone or not; asked for once.</param>
    public void Write(Batch batch, Func<IEnumerable<long>> stillIndexed)
    {
        Purge(stillIndexed);
        foreach (var file in batch.RemovedFiles)
            _removeFile.Bind(1, file).Run();
        foreach (var file in batch.Files)
            Write(file);
        foreach (var article in batch.Articles)
            ArticleRows.Write(_insertArticle, article.Number, article.File, article.Article, article.Digest);
        foreach (var (number, id, file) in batch.Moved)
            _moveArticle.Bind(1, number).Bind(2, id).Bind(3, file).Run();
        foreach (var number in batch.Removed)
            Remove(number);
        SetCounter("article", batch.NextArticle);
        SetCounter("file", batch.NextFile);
    }

    /// <summary>Forgets the articles that were gone before this update: who found one of them has had time to read it.</summary>
    private void Purge(Func<IEnumerable<long>> stillIndexed)
    {
        if (_isPurged || Gone.Count == 0)
            return;

        _isPurged = true;
        _store.Database.Execute($"DELETE FROM article WHERE file = {NoFile}");
        Gone.IntersectWith(stillIndexed());
        _store.Database.Execute("DELETE FROM gone");
        foreach (var number in Gone)
            _addGone.Bind(1, number).Run();
    }

    private void Write(StoredFile file) =>
        _writeFile.Bind(1, file.Number).Bind(2, file.Path).Bind(3, file.LengthInBytes).Bind(4, file.ModifiedTicks).Bind(5, file.Hash)
            .Bind(6, file.Problems).Run();

    private void Remove(long article)
    {
        _leaveFile.Bind(1, article).Run();
        _addGone.Bind(1, article).Run();
        Gone.Add(article);
    }
}
