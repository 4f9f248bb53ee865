using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Updates;
using BriefingBot.Sqlite.Segments;
using BriefingBot.Sqlite.Stores;
using BriefingBot.Sqlite.Updates;

namespace BriefingBot.Sqlite;

/// <summary>Keeps an index file.</summary>
/// <param name="path">The index file; made where there is none, made anew where another version made it.</param>
public sealed class SqliteIndexer(string path) : IIndexer
{
    private readonly string _path = Path.GetFullPath(path);

    public IPassageIndex Open() => SqliteIndex.Open(_path);

    public void BackUp(string folder)
    {
        using var updateLock = UpdateLock.Take(_path);
        StoreBackup.Write(_path, folder);
    }

    public async Task<UpdateOutcome> UpdateAsync(
        Corpus corpus, UpdateOptions? options = null, IProgress<UpdateProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        options ??= new UpdateOptions();
        var files = corpus.Files();
        try
        {
            if (options.ChecksIndex)
                Check();
            return await UpdateAsync(files, options, progress, cancellation);
        }
        catch (IndexException damage) when (damage.IsDamage && !options.IsOptional)
        {
            Store.Delete(_path);
            var outcome = await UpdateAsync(files, options, progress, cancellation);
            return outcome with { Notice = $"{damage.Message.Split(';')[0]}: it is built anew." };
        }
    }

    private async Task<UpdateOutcome> UpdateAsync(
        IReadOnlyList<CorpusFile> files, UpdateOptions options, IProgress<UpdateProgress>? progress, CancellationToken cancellation)
    {
        var (store, refusal) = OpenStore(_path, options);
        if (store is null)
            return new Tally().ToOutcome(refusal);

        using (store)
        {
            using var stored = new StoredCorpus(store);
            var plan = new UpdatePlan(stored, files, options, progress);
            await WriteAsync(store, plan, options, cancellation);
            return plan.Tally.ToOutcome(store.Notice);
        }
    }

    /// <exception cref="IndexException">The index is damaged.</exception>
    private void Check()
    {
        if (!Store.HasCurrent(_path))
            return;

        using var index = SqliteIndex.Open(_path);
        if (index.Verify() is [var first, ..] problems)
            throw Failures.Damaged(_path, problems.Count == 1 ? first : $"{first}, and {problems.Count - 1} more");
    }

    private static (Store? Store, string? Refusal) OpenStore(string path, UpdateOptions options)
    {
        try
        {
            return (Store.Open(path), null);
        }
        catch (IndexException refusal) when (options.IsOptional && File.Exists(path))
        {
            // Where the index is broken as well, whoever opens it to read says so.
            return (null, refusal.Message);
        }
    }

    private static async Task WriteAsync(Store store, UpdatePlan plan, UpdateOptions options, CancellationToken cancellation)
    {
        BatchWriter? writer = null;
        if (!store.HasPostings)
            Guard(store, () => (writer = new BatchWriter(store)).Rebuild(store.Articles(options.BatchInChars)));
        await BatchPipeline.RunAsync(plan, Build, (batch, built) => Guard(store, () => (writer ??= new BatchWriter(store)).Write(batch, built)), cancellation);
        if (writer is not null)
            store.Database.Execute("PRAGMA wal_checkpoint(PASSIVE)");
    }

    /// <summary>What makes no sense in the stored segments is damage.</summary>
    private static void Guard(Store store, Action write)
    {
        try
        {
            write();
        }
        catch (Exception damage) when (Failures.IsDamage(damage))
        {
            throw Failures.Damaged(store.Database.Path, damage.Message);
        }
    }

    private static BuiltSegment? Build(Batch batch) => batch.Articles.Count == 0 ? null : new SegmentBuilder().Build(batch.Articles);
}
