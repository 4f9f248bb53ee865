using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Conversations;

namespace BriefingBot.Channels.Bots;

/// <summary>The turns that the journal keeps: those that are to be answered, and for a while which ones were. Thread-safe.</summary>
/// <remarks>
/// A turn to be answered has a stream for each server that was at it, <c>pending/KEY/0</c> and on, and only one server can begin the next. The first entry of
/// the first is the turn; a further entry says that the server is still at it.
/// </remarks>
internal sealed class TurnLog(IJournal journal)
{
    /// <summary>What the names of the streams begin with that hold turns to be answered.</summary>
    public const string PendingPrefix = "pending/";

    /// <summary>What the names of the streams begin with that hold which turns were answered.</summary>
    public const string AnsweredPrefix = "answered/";

    /// <summary>How long which turns were answered is kept: Slack sends an event again for an hour, and for a day where an app was long away.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private const string Sign = "{}";

    /// <summary>Names a turn.</summary>
    /// <param name="door">Through which it came.</param>
    /// <param name="id">What is sent again has the same.</param>
    public static string KeyOf(string door, string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize<string[]>([door, id]))));

    /// <summary>Keeps a turn, unless it is kept already or was answered.</summary>
    /// <exception cref="JournalException">Whether it is kept is not known.</exception>
    public async Task<bool> TryAddAsync(string key, PendingTurn turn, CancellationToken cancellation)
    {
        if (!await journal.TryBeginAsync(StreamOf(key, 0), KeptTurn.Write(turn), cancellation))
            return false;
        if (!await IsAnsweredAsync(key, cancellation))
            return true;
        await ForgetAsync(key, cancellation);
        return false;
    }

    /// <summary>Says that a server is still at a turn.</summary>
    /// <param name="key">Names the turn.</param>
    /// <param name="server">How many were at it before.</param>
    /// <param name="cancellation">Ends the saying.</param>
    /// <exception cref="JournalException">It cannot be said.</exception>
    public Task RenewAsync(string key, int server, CancellationToken cancellation) => journal.AppendAsync(StreamOf(key, server), Sign, cancellation);

    /// <summary>Turns of which no server has said anything for so long, the oldest first.</summary>
    /// <exception cref="JournalException">They cannot be read.</exception>
    public async Task<IReadOnlyList<LeftTurn>> LeftAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadAllAsync(PendingPrefix, cancellation))
            entries.Add(entry);
        return [.. entries.GroupBy(entry => entry.Stream.Split('/')[1], StringComparer.Ordinal).Where(turn => turn.Max(entry => entry.At) < before).Select(Read)];
    }

    /// <summary>Puts another server at a turn that was left; of several that try, one succeeds.</summary>
    /// <returns>False also where there is nothing to be answered any more.</returns>
    /// <exception cref="JournalException">It cannot be told.</exception>
    public async Task<bool> TryTakeOverAsync(LeftTurn left, CancellationToken cancellation)
    {
        if (!await journal.TryBeginAsync(StreamOf(left.Key, left.Servers), Sign, cancellation))
            return false;
        if (left.Turn is not null && !await IsAnsweredAsync(left.Key, cancellation))
            return true;
        await ForgetAsync(left.Key, cancellation);
        return false;
    }

    /// <summary>Remembers that a turn is answered; true for the first of several that try.</summary>
    /// <exception cref="JournalException">It cannot be remembered.</exception>
    public Task<bool> TryFinishAsync(string key, CancellationToken cancellation) => journal.TryBeginAsync(AnsweredPrefix + key, Sign, cancellation);

    /// <summary>Keeps a turn no longer, and nothing of what was asked.</summary>
    /// <exception cref="JournalException">It is kept.</exception>
    public Task ForgetAsync(string key, CancellationToken cancellation) => journal.ForgetAsync($"{PendingPrefix}{key}/", DateTimeOffset.MaxValue, cancellation);

    private async Task<bool> IsAnsweredAsync(string key, CancellationToken cancellation) => (await journal.ReadAsync(AnsweredPrefix + key, 1, cancellation)).Count > 0;

    private static LeftTurn Read(IGrouping<string, JournalEntry> turn)
    {
        var first = turn.FirstOrDefault(entry => entry.Stream == StreamOf(turn.Key, 0) && entry.Text != Sign);
        return new LeftTurn(turn.Key, turn.Select(entry => entry.Stream).Distinct(StringComparer.Ordinal).Count(), turn.Min(entry => entry.At), first is null ? null : KeptTurn.Parse<PendingTurn>(first));
    }

    private static string StreamOf(string key, int server) => $"{PendingPrefix}{key}/{server}";
}

/// <param name="Door">Through which it came.</param>
/// <param name="Conversation">Unique among the channels.</param>
/// <param name="Turn">What the door needs to answer it.</param>
internal sealed record PendingTurn(string Door, string Conversation, string Turn);

/// <summary>A turn that no server is at.</summary>
/// <param name="Key">Names it.</param>
/// <param name="Servers">How many were at it.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Turn">Null where there is nothing left of it.</param>
internal sealed record LeftTurn(string Key, int Servers, DateTimeOffset At, PendingTurn? Turn);
