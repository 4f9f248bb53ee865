using Lucene.Net.Index;

namespace BriefingBot.Lucene.Updates;

/// <summary>Merges on a thread of its own. A failure there is told to whoever commits next.</summary>
internal sealed class BackgroundMerges : ConcurrentMergeScheduler
{
    private volatile Exception? _failure;

    /// <exception cref="IOException">A merge failed.</exception>
    public void ThrowIfFailed()
    {
        if (_failure is { } failure)
            throw new IOException(failure.Message, failure);
    }

    protected override void HandleMergeException(Exception exc) => _failure ??= exc;
}
