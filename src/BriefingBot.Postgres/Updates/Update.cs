using System.Threading.Channels;
using BriefingBot.Articles;
using BriefingBot.Postgres.Checks;
using BriefingBot.Postgres.Stores;
using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Updates;
using Npgsql;

namespace BriefingBot.Postgres.Updates;

/// <summary>One update of a corpus from its files. May be run again where it failed: it goes on from what was committed.</summary>
internal sealed class Update(Server server, IReadOnlyList<CorpusFile> files, UpdateOptions options, IProgress<UpdateProgress>? progress)
{
    public async Task<UpdateOutcome> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await server.OpenAsync(cancellation);
            Migrations.Apply(connection, server.Where);
            await using var turn = await Turn.TakeAsync(connection, server.Corpus, MayLeave(connection), cancellation);
            return turn is null ? Left(Failures.Busy(server.Where)) : await UpdateAsync(connection, cancellation);
        }
        catch (PostgresException refusal) when (options.IsOptional && Failures.IsRefusal(refusal))
        {
            return Left(Failures.Of(server.Where, refusal));
        }
    }

    private static UpdateOutcome Left(IndexException refusal) => new Tally().ToOutcome(refusal.Message);

    /// <summary>Whether the index may stay as it is: there is one to read.</summary>
    private bool MayLeave(NpgsqlConnection connection) =>
        options.IsOptional && CorpusState.Find(connection, server.Corpus) is { IsCurrent: true, Generation: > 0 };

    private async Task<UpdateOutcome> UpdateAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        CorpusRows.RemoveReplaced(connection, server.Corpus);
        var (corpus, notice) = Usable(connection);
        using var stored = new StoredCorpus(await server.OpenAsync(cancellation), corpus);
        var plan = new UpdatePlan(stored, files, options, progress);
        await WriteAsync(new BatchWriter(connection, corpus, server.Where), corpus.Number, plan, cancellation);
        return plan.Tally.ToOutcome(notice);
    }

    /// <summary>The corpus as it is, or an empty one where it is of another build or damaged.</summary>
    private (CorpusState Corpus, string? Notice) Usable(NpgsqlConnection connection)
    {
        var corpus = CorpusRows.FindOrAdd(connection, server.Corpus);
        if (!corpus.IsCurrent)
            return (CorpusRows.Replace(connection, server.Corpus), Failures.RebuiltOtherVersion(server.Where));
        if (!options.ChecksIndex || options.IsOptional)
            return (corpus, null);

        var check = new IndexCheck(connection, corpus);
        check.Run();
        return check.Problems is [var first, ..]
            ? (CorpusRows.Replace(connection, server.Corpus), Failures.RebuiltDamaged(server.Where, first, check.Problems.Count - 1))
            : (corpus, null);
    }

    /// <summary>Plans ahead and builds rows on other threads while the server takes those before, in order.</summary>
    private static async Task WriteAsync(BatchWriter writer, int corpus, UpdatePlan plan, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var queue = Channel.CreateBounded<(Batch Batch, Task<BuiltBatch?> Built)>(Math.Max(1, Environment.ProcessorCount / 2));
        var planning = Task.Run(() => PlanAsync(corpus, plan, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var (batch, built) in queue.Reader.ReadAllAsync(cancellation))
                await writer.WriteAsync(batch, await built, cancellation);
            await writer.FinishAsync(cancellation);
        }
        finally
        {
            await stop.CancelAsync();
            await planning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task PlanAsync(
        int corpus, UpdatePlan plan, ChannelWriter<(Batch Batch, Task<BuiltBatch?> Built)> queue, CancellationToken cancellation)
    {
        try
        {
            foreach (var batch in plan.Batches(cancellation))
                await queue.WriteAsync((batch, Task.Run(() => Build(corpus, batch), cancellation)), cancellation);
            queue.Complete();
        }
        catch (Exception failure)
        {
            queue.Complete(failure);
        }
    }

    private static BuiltBatch? Build(int corpus, Batch batch) => batch.Articles.Count == 0 ? null : BuiltBatch.Of(corpus, batch.Articles);
}
