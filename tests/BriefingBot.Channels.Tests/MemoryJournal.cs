using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using BriefingBot.Answers;

namespace BriefingBot.Channels.Tests;

/// <summary>A journal that a restart empties.</summary>
/// <param name="time">Tells when entries are added; null for the system's clock.</param>
internal sealed class MemoryJournal(TimeProvider? time = null) : IJournal
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, List<JournalEntry>> _streams = new();

    public Task AppendAsync(string stream, string entry, CancellationToken cancellation = default)
    {
        var entries = _streams.GetOrAdd(stream, _ => []);
        lock (entries)
            entries.Add(new JournalEntry(stream, _time.GetUtcNow(), entry));
        return Task.CompletedTask;
    }

    public Task<bool> TryBeginAsync(string stream, string entry, CancellationToken cancellation = default) =>
        Task.FromResult(_streams.TryAdd(stream, [new JournalEntry(stream, _time.GetUtcNow(), entry)]));

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(string stream, int most, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<JournalEntry>>(_streams.TryGetValue(stream, out var entries) ? [.. entries.TakeLast(most)] : []);

    public async IAsyncEnumerable<JournalEntry> ReadAllAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var entry in _streams.Where(stream => stream.Key.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(stream => stream.Value).OrderBy(entry => entry.At))
            yield return entry;
    }

    public Task<int> ForgetAsync(string prefix, DateTimeOffset before, CancellationToken cancellation = default)
    {
        var old = _streams.Where(stream => stream.Key.StartsWith(prefix, StringComparison.Ordinal) && stream.Value[^1].At < before).Select(stream => stream.Key).ToList();
        return Task.FromResult(old.Count(stream => _streams.TryRemove(stream, out _)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
