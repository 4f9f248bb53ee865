using BriefingBot.Answers;

namespace BriefingBot.Channels.Tests.Feedbacks;

/// <summary>A journal whose disk may be full.</summary>
internal sealed class FullJournal(TimeProvider? time = null) : IJournal
{
    private readonly MemoryJournal _kept = new(time);

    public bool IsFull { get; set; }

    public Task AppendAsync(string stream, string entry, CancellationToken cancellation = default) =>
        IsFull ? throw new JournalException("the disk is full; make room") : _kept.AppendAsync(stream, entry, cancellation);

    public Task<bool> TryBeginAsync(string stream, string entry, CancellationToken cancellation = default) =>
        IsFull ? throw new JournalException("the disk is full; make room") : _kept.TryBeginAsync(stream, entry, cancellation);

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(string stream, int most, CancellationToken cancellation = default) => _kept.ReadAsync(stream, most, cancellation);

    public IAsyncEnumerable<JournalEntry> ReadAllAsync(string prefix, CancellationToken cancellation = default) => _kept.ReadAllAsync(prefix, cancellation);

    public Task<int> ForgetAsync(string prefix, DateTimeOffset before, CancellationToken cancellation = default) => _kept.ForgetAsync(prefix, before, cancellation);

    public ValueTask DisposeAsync() => _kept.DisposeAsync();
}
