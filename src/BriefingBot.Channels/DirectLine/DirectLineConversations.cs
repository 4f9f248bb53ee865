using System.Collections.Concurrent;
using BriefingBot.Answers;

namespace BriefingBot.Channels.DirectLine;

/// <summary>The conversations: in memory while they are used, in the journal after that. Thread-safe.</summary>
internal sealed class DirectLineConversations(IJournal journal, TimeProvider time)
{
    /// <summary>What the names of their streams begin with.</summary>
    public const string Prefix = "directline/";

    private const string Begun = "begun";

    // The oldest of more are not read again.
    private const int MostActivities = 2_000;

    private const int MostInMemory = 10_000;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, DirectLineConversation> _used = new(StringComparer.Ordinal);

    /// <summary>Begins a conversation, unless it has begun.</summary>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="JournalException">It cannot be kept.</exception>
    public async Task<bool> BeginAsync(string id, CancellationToken cancellation) => await journal.TryBeginAsync(Prefix + id, Begun, cancellation);

    /// <returns>Null where it has not begun.</returns>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public async Task<DirectLineConversation?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!_used.TryGetValue(id, out var conversation))
        {
            var entries = await journal.ReadAsync(Prefix + id, MostActivities, cancellation);
            if (entries.Count == 0)
                return null;
            Forget();
            conversation = _used.GetOrAdd(id, new DirectLineConversation(id, [.. entries.Where(entry => entry.Text != Begun).Select(entry => entry.Text)]));
        }

        conversation.Used = time.GetUtcNow();
        return conversation;
    }

    public Task KeepAsync(string id, string activity, CancellationToken cancellation) => journal.AppendAsync(Prefix + id, activity, cancellation);

    private void Forget()
    {
        if (_used.Count < MostInMemory)
            return;
        var before = time.GetUtcNow() - Idle;
        foreach (var (id, _) in _used.Where(used => used.Value.Used < before && !used.Value.IsListenedTo))
            _used.TryRemove(id, out _);
    }
}
