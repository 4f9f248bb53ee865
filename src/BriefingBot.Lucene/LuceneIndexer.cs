using BriefingBot.Articles;
using BriefingBot.Lucene.Documents;
using BriefingBot.Lucene.Updates;
using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Updates;
using BriefingBot.Sqlite.Stores;
using BriefingBot.Sqlite.Updates;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace BriefingBot.Lucene;

/// <summary>Keeps an index of Lucene's and the store of its articles, which the SQLite index uses as well.</summary>
/// <param name="folder">Of the index; made where there is none.</param>
/// <param name="store">The file of the articles; made where there is none, made anew where another version made it.</param>
public sealed class LuceneIndexer(string folder, string store) : IIndexer
{
    private readonly string _folder = Path.GetFullPath(folder);
    private readonly string _store = Path.GetFullPath(store);

    /// <summary>Opens the folder to write to; a test puts a full disk in its place.</summary>
    internal Func<string, Directory> OpenDirectory { get; init; } = static folder => FSDirectory.Open(folder);

    public IPassageIndex Open() => LuceneIndex.Open(_folder, _store);

    public void BackUp(string folder)
    {
        using var updateLock = UpdateLock.Take(_store);
        StoreBackup.Write(_store, folder);
        Failures.Guard(_folder, () => FolderBackup.Write(_folder, Path.Combine(folder, Path.GetFileName(_folder))));
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
            Store.Delete(_store, DeleteFolder);
            var outcome = await UpdateAsync(files, options, progress, cancellation);
            return outcome with { Notice = $"{damage.Message.Split(';')[0]}: it is built anew." };
        }
    }

    private async Task<UpdateOutcome> UpdateAsync(
        IReadOnlyList<CorpusFile> files, UpdateOptions options, IProgress<UpdateProgress>? progress, CancellationToken cancellation)
    {
        var (opened, refusal) = OpenStore(options);
        if (opened is null)
            return new Tally().ToOutcome(refusal);

        using (opened)
        using (var directory = Failures.Guard(_folder, () => OpenDirectory(_folder)))
        using (var stored = new StoredCorpus(opened))
        {
            var plan = new UpdatePlan(stored, files, options, progress);
            var notice = await WriteAsync(opened, directory, plan, options, cancellation);
            return plan.Tally.ToOutcome(opened.Notice ?? notice);
        }
    }

    /// <returns>A line if the index had to be made anew.</returns>
    private async Task<string?> WriteAsync(Store opened, Directory directory, UpdatePlan plan, UpdateOptions options, CancellationToken cancellation)
    {
        PairedWriter? writer = null;
        string? notice = null;
        try
        {
            var mark = Failures.Guard(_folder, () => CommitMark.Read(directory));
            if (mark != CommitMark.Of(opened))
            {
                notice = mark is null || opened.Notice is not null ? null : $"The index {_folder} was not of the same update as its stored articles: it is built anew.";
                writer = new PairedWriter(_folder, directory, opened);
                writer.Rebuild(options.BatchInChars);
            }

            await BatchPipeline.RunAsync(plan, Analyse, (batch, articles) => (writer ??= new PairedWriter(_folder, directory, opened)).Write(batch, articles), cancellation);
            writer?.Finish();
        }
        finally
        {
            writer?.Dispose();
        }

        return notice;
    }

    private (Store? Store, string? Refusal) OpenStore(UpdateOptions options)
    {
        try
        {
            return (Store.Open(_store), null);
        }
        catch (IndexException refusal) when (options.IsOptional && File.Exists(_store))
        {
            // Where the index is broken as well, whoever opens it to read says so.
            return (null, refusal.Message);
        }
    }

    /// <exception cref="IndexException">The index or its store is damaged.</exception>
    private void Check()
    {
        if (!Store.HasCurrent(_store) || !System.IO.Directory.Exists(_folder))
            return;

        using var index = LuceneIndex.TryOpen(_folder, _store);
        if (index?.Verify() is [var first, ..] problems)
            throw Failures.Damaged(_folder, problems.Count == 1 ? first : $"{first}, and {problems.Count - 1} more");
    }

    private void DeleteFolder()
    {
        if (System.IO.Directory.Exists(_folder))
            System.IO.Directory.Delete(_folder, recursive: true);
    }

    private static List<AnalysedArticle> Analyse(Batch batch) => [.. batch.Articles.Select(AnalysedArticle.Of)];
}
