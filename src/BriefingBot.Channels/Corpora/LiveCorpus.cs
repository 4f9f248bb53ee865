using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Corpora;

/// <summary>The corpus that is served: opened once, then watched, so that what changes in it is soon found. Thread-safe.</summary>
/// <remarks>Where an index of it is there already, it answers at once and is brought up to date meanwhile.</remarks>
public sealed partial class LiveCorpus(Corpus corpus, IIndexer indexer, ILogger<LiveCorpus> log, TimeProvider time, ModelWriter? model = null) : BackgroundService
{
    private static readonly UpdateOptions Update = new() { TrustsFileTimes = true, IsOptional = true };

    private long _changedAtTicks = time.GetUtcNow().UtcTicks;
    private readonly TaskCompletionSource<OpenedCorpus> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether questions are answered yet; until then they wait.</summary>
    public bool IsReady => _opened.Task.IsCompletedSuccessfully;

    /// <summary>Since when the corpus is as it is; the start, where it has not changed since.</summary>
    public DateTimeOffset ChangedAt => new(Interlocked.Read(ref _changedAtTicks), TimeSpan.Zero);

    /// <summary>The index and who answers over it, once there is one. Whatever serves a caller goes through <see cref="Access.ReadableCorpus"/>.</summary>
    /// <exception cref="IndexException">It could not be opened.</exception>
    /// <exception cref="CorpusException">No article could be read.</exception>
    internal Task<OpenedCorpus> OpenedAsync(CancellationToken cancellation = default) => _opened.Task.WaitAsync(cancellation);

    public override void Dispose()
    {
        if (IsReady)
            _opened.Task.Result.Index.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
        await Task.Yield();
        using var watch = new CorpusWatch(corpus.Path);
        if (TryOpen() is { } index)
            Serve(index);
        while (!stoppingToken.IsCancellationRequested)
        {
            await UpdateAsync(stoppingToken);
            await watch.ChangedAsync(stoppingToken);
        }
    }

    private void Serve(IPassageIndex index) => _opened.TrySetResult(new OpenedCorpus(index, new Answerer(index, model)));

    private IPassageIndex? TryOpen()
    {
        try
        {
            var index = indexer.Open();
            if (index.Extent.Articles > 0)
                return index;
            index.Dispose();
        }
        catch (IndexException)
        {
            // There is none yet, or not one that can be used: the update makes it, or says why it cannot.
        }

        return null;
    }

    private async Task UpdateAsync(CancellationToken stopping)
    {
        try
        {
            var outcome = await indexer.UpdateAsync(corpus, Update, progress: null, stopping);
            foreach (var line in outcome.Problems.Prepend(outcome.Notice).OfType<string>())
                LogProblem(log, line);
            if (outcome.New + outcome.Changed + outcome.Deleted + outcome.Moved > 0)
            {
                Interlocked.Exchange(ref _changedAtTicks, time.GetUtcNow().UtcTicks);
                LogUpdate(log, outcome.New, outcome.Changed, outcome.Deleted, outcome.Moved);
            }

            if (!IsReady)
                Serve(TryOpen() ?? throw new CorpusException($"{corpus.Path}: no article could be read; put articles there or name another place with --corpus"));
        }
        catch (Exception failure) when (failure is IndexException or CorpusException)
        {
            // What was readable is served on, and the next change is tried again.
            LogProblem(log, failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Index updated: {New} new, {Changed} changed, {Deleted} deleted, {Moved} moved")]
    private static partial void LogUpdate(ILogger log, int @new, int changed, int deleted, int moved);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private static partial void LogProblem(ILogger log, string problem);
}

/// <param name="Index">Follows every update.</param>
/// <param name="Answerer">Over that index.</param>
internal sealed record OpenedCorpus(IPassageIndex Index, Answerer Answerer);
