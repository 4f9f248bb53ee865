using BriefingBot.Lucene.Documents;
using BriefingBot.Retrieval.Updates;
using BriefingBot.Sqlite.Stores;
using Directory = Lucene.Net.Store.Directory;

namespace BriefingBot.Lucene.Updates;

/// <summary>Commits batches to the index and to the store of the articles, so that both are of one generation.</summary>
internal sealed class PairedWriter(string path, Directory directory, Store store) : IDisposable
{
    private readonly RowWriter _rows = new(store);
    private readonly DocumentWriter _documents = Failures.Guard(path, () => new DocumentWriter(directory));
    private bool _isCleared;

    public void Write(Batch batch, IReadOnlyList<AnalysedArticle> articles)
    {
        Failures.Guard(path, () =>
        {
            foreach (var number in batch.Removed)
                _documents.Remove(number);
            foreach (var article in articles)
                _documents.Add(article);
            _documents.Prepare(CommitMark.Of(store) with { Generation = _rows.Generation + 1 });
        });

        // A process that ends between these two leaves an older index, which the next update notices by its generation.
        _rows.Commit(() =>
        {
            ClearPostings();
            _rows.Write(batch, () => []);
        });
        Failures.Guard(path, _documents.Commit);
    }

    /// <summary>Makes the whole index anew, from the articles that are stored.</summary>
    public void Rebuild(long partInChars) => Failures.Guard(path, () =>
    {
        _documents.RemoveAll();
        foreach (var part in store.Articles(partInChars))
        {
            foreach (var article in part)
                _documents.Add(AnalysedArticle.Of(article));
        }

        _documents.Prepare(CommitMark.Of(store));
        _documents.Commit();
    });

    public void Finish() => Failures.Guard(path, _documents.Finish);

    public void Dispose() => _documents.Dispose();

    // Those of the other kind of index are out of date from now on.
    private void ClearPostings()
    {
        if (!_isCleared)
            store.ClearPostings();
        _isCleared = true;
    }
}
