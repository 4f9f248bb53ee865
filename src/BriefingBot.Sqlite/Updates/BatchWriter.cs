using BriefingBot.Retrieval.Updates;
using BriefingBot.Sqlite.Segments;
using BriefingBot.Sqlite.Stores;

namespace BriefingBot.Sqlite.Updates;

/// <summary>Commits batches, and merges segments before they become many.</summary>
internal sealed class BatchWriter
{
    /// <summary>The file of articles that are gone.</summary>
    private const long NoFile = 0;

    private readonly Store _store;
    private readonly SegmentMerger _merger;
    private readonly List<Segment> _segments;
    private readonly HashSet<long> _gone;
    private readonly Statement _setCounter;
    private readonly Statement _writeFile;
    private readonly Statement _removeFile;
    private readonly Statement _insertArticle;
    private readonly Statement _moveArticle;
    private readonly Statement _leaveFile;
    private readonly Statement _addGone;
    private readonly Statement _writeLayout;
    private readonly Statement _writePostings;
    private long _generation;
    private long _nextSegment;
    private bool _isPurged;

    public BatchWriter(Store store)
    {
        _store = store;
        _merger = new SegmentMerger(store.Database);
        _segments = store.Segments();
        _gone = store.Gone();
        _generation = store.Counter("generation");
        _nextSegment = store.Counter("segment");
        var database = store.Database;
        _setCounter = database.Prepare("UPDATE meta SET value = ?2 WHERE key = ?1");
        _writeFile = database.Prepare("INSERT OR REPLACE INTO file (number, path, size, modified, hash, problems) VALUES (?, ?, ?, ?, ?, ?)");
        _removeFile = database.Prepare("DELETE FROM file WHERE number = ?");
        _insertArticle = database.Prepare(ArticleRows.Insert);
        _moveArticle = database.Prepare("UPDATE article SET id = ?2, file = ?3 WHERE number = ?1");
        _leaveFile = database.Prepare($"UPDATE article SET file = {NoFile} WHERE number = ?");
        _addGone = database.Prepare("INSERT INTO gone VALUES (?)");
        _writeLayout = database.Prepare("INSERT INTO segment (number, layout) VALUES (?, ?)");
        _writePostings = database.Prepare("INSERT INTO posting (segment, first, data) VALUES (?, ?, ?)");
    }

    /// <param name="batch">Its rows.</param>
    /// <param name="built">Its segment; null if it has no articles.</param>
    public void Write(Batch batch, BuiltSegment? built)
    {
        Commit(() =>
        {
            Purge();
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
            if (built is not null)
                Add(built);
            SetCounter("article", batch.NextArticle);
            SetCounter("file", batch.NextFile);
        });

        while (MergePolicy.Choose(_segments, _gone) is { } chosen)
            Commit(() => Merge(chosen));
    }

    // After a failure the writer is of no use, and closing its connection rolls back.
    private void Commit(Action change)
    {
        _store.Database.Execute("BEGIN IMMEDIATE");
        if (_store.Counter("generation") != _generation)
            throw Failures.Busy(_store.Database.Path);
        change();
        SetCounter("generation", ++_generation);
        SetCounter("segment", _nextSegment);
        _store.Database.Execute("COMMIT");
    }

    private void SetCounter(string key, long value) => _setCounter.Bind(1, key).Bind(2, value).Run();

    /// <summary>Forgets the articles that were gone before this update: who found one of them has had time to read it.</summary>
    private void Purge()
    {
        if (_isPurged || _gone.Count == 0)
            return;

        _isPurged = true;
        _store.Database.Execute($"DELETE FROM article WHERE file = {NoFile}");
        _gone.IntersectWith(_segments.SelectMany(segment => segment.ArticleNumbers));
        _store.Database.Execute("DELETE FROM gone");
        foreach (var number in _gone)
            _addGone.Bind(1, number).Run();
    }

    private void Write(StoredFile file) =>
        _writeFile.Bind(1, file.Number).Bind(2, file.Path).Bind(3, file.LengthInBytes).Bind(4, file.ModifiedTicks).Bind(5, file.Hash)
            .Bind(6, file.Problems).Run();

    private void Remove(long article)
    {
        _leaveFile.Bind(1, article).Run();
        _addGone.Bind(1, article).Run();
        _gone.Add(article);
    }

    private void Add(BuiltSegment built)
    {
        var number = _nextSegment++;
        foreach (var block in built.Blocks)
            Write(number, block);
        Add(_segments.Count, number, built.Layout);
    }

    private void Merge(Range chosen)
    {
        var (start, count) = chosen.GetOffsetAndLength(_segments.Count);
        var number = _nextSegment++;
        var layout = _merger.Merge(_segments.GetRange(start, count), _gone, block => Write(number, block));
        _segments.RemoveRange(start, count);
        if (layout is not null)
            Add(start, number, layout);
    }

    private void Add(int at, long number, byte[] layout)
    {
        _writeLayout.Bind(1, number).Bind(2, layout).Run();
        _segments.Insert(at, Segment.Read(number, layout));
    }

    private void Write(long segment, PostingBlock block) => _writePostings.Bind(1, segment).Bind(2, block.First).Bind(3, block.Data).Run();
}
