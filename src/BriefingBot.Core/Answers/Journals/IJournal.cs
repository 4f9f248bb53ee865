namespace BriefingBot.Answers;

/// <summary>Keeps what must outlive a restart: conversations, feedback, keys. Named streams of entries that only grow at their end. Thread-safe; processes may share one.</summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Adds an entry to the end of a stream. Once it returns, neither the end of the process nor that of the machine loses the entry.</summary>
    /// <param name="stream">Its name: a kind, a slash and a key, as in <c>conversation/7f3a</c>; from 1 to 512 characters.</param>
    /// <param name="entry">Any text, for instance JSON.</param>
    /// <param name="cancellation">Whether the entry was added is not known after it.</param>
    /// <exception cref="JournalException">It cannot be written.</exception>
    Task AppendAsync(string stream, string entry, CancellationToken cancellation = default);

    /// <summary>Adds the first entry of a stream; of several that try, in any process, one succeeds.</summary>
    /// <returns>False where the stream has entries.</returns>
    /// <exception cref="JournalException">It cannot be written.</exception>
    Task<bool> TryBeginAsync(string stream, string entry, CancellationToken cancellation = default);

    /// <summary>The last entries of a stream, the oldest of them first; none where there is no such stream.</summary>
    /// <param name="stream">Its whole name.</param>
    /// <param name="most">How many at most, from 1.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="JournalException">It cannot be read.</exception>
    Task<IReadOnlyList<JournalEntry>> ReadAsync(string stream, int most, CancellationToken cancellation = default);

    /// <summary>Every entry of every stream whose name begins so, in the order they were added.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    IAsyncEnumerable<JournalEntry> ReadAllAsync(string prefix, CancellationToken cancellation = default);

    /// <summary>Removes the streams whose name begins so and whose last entry is older.</summary>
    /// <returns>How many streams.</returns>
    /// <exception cref="JournalException">It cannot be written.</exception>
    Task<int> ForgetAsync(string prefix, DateTimeOffset before, CancellationToken cancellation = default);
}

/// <param name="Stream">The name of its stream.</param>
/// <param name="At">When it was added, UTC.</param>
/// <param name="Text">As it was added.</param>
public sealed record JournalEntry(string Stream, DateTimeOffset At, string Text);

/// <summary>A journal that cannot be used; the message is one line that says what, where and what to do.</summary>
public sealed class JournalException : Exception
{
    public JournalException()
    {
    }

    public JournalException(string message)
        : base(message)
    {
    }

    public JournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
