using System.Threading.Channels;
using BriefingBot.Retrieval.Updates;

namespace BriefingBot.Sqlite.Updates;

/// <summary>Plans ahead and builds on other threads while batches are written on this one, in order.</summary>
internal static class BatchPipeline
{
    /// <param name="plan">Its batches are written.</param>
    /// <param name="build">Makes of a batch what is to be written; several at a time.</param>
    /// <param name="write">One at a time, in the order of the plan.</param>
    /// <param name="cancellation">What is written by then stays.</param>
    public static async Task RunAsync<T>(UpdatePlan plan, Func<Batch, T> build, Action<Batch, T> write, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var queue = Channel.CreateBounded<(Batch Batch, Task<T> Built)>(Math.Max(1, Environment.ProcessorCount / 2));
        var planning = Task.Run(() => PlanAsync(plan, build, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var (batch, built) in queue.Reader.ReadAllAsync(cancellation))
                write(batch, await built);
        }
        finally
        {
            await stop.CancelAsync();
            await planning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task PlanAsync<T>(
        UpdatePlan plan, Func<Batch, T> build, ChannelWriter<(Batch Batch, Task<T> Built)> queue, CancellationToken cancellation)
    {
        try
        {
            foreach (var batch in plan.Batches(cancellation))
                await queue.WriteAsync((batch, Task.Run(() => build(batch), cancellation)), cancellation);
            queue.Complete();
        }
        catch (Exception failure)
        {
            queue.Complete(failure);
        }
    }
}
