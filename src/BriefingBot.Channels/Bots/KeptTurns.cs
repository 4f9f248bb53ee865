using System.Collections.Concurrent;
using BriefingBot.Answers;

namespace BriefingBot.Channels.Bots;

/// <summary>Takes turns so that not even a crash loses one: what was taken is in the journal until its last message is sent. Thread-safe.</summary>
/// <remarks>What a server has answered and not noted yet when it is killed is answered again: twice, at the worst moment, rather than never.</remarks>
internal sealed class KeptTurns(PendingTurns queue, TurnLog log)
{
    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);

    /// <summary>Takes a turn, which its door answers later, once, however often and to however many servers it is sent.</summary>
    /// <param name="door">Through which it comes.</param>
    /// <param name="id">What is sent again has the same.</param>
    /// <param name="conversation">Unique among the channels; turns of the same are answered one after another.</param>
    /// <param name="turn">All that the door needs to answer it.</param>
    /// <param name="cancellation">Ends the taking; whether it was taken is not known after it.</param>
    /// <exception cref="JournalException">Whether it was taken is not known.</exception>
    public Task<Taken> TakeAsync(ITurnDoor door, string id, string conversation, string turn, CancellationToken cancellation)
    {
        var (key, pending) = (TurnLog.KeyOf(door.Name, id), new PendingTurn(door.Name, conversation, turn));
        return TakeAsync(new Held(key, 0), door, pending, isLate: false, () => log.TryAddAsync(key, pending, cancellation));
    }

    /// <summary>Takes a turn that another server left.</summary>
    /// <param name="door">Through which it came.</param>
    /// <exception cref="JournalException">Whether it was taken is not known.</exception>
    public Task<Taken> TakeOverAsync(ITurnDoor door, LeftTurn left, bool isLate, CancellationToken cancellation) =>
        TakeAsync(new Held(left.Key, left.Servers), door, left.Turn!, isLate, () => log.TryTakeOverAsync(left, cancellation));

    /// <summary>Whether this server is at a turn.</summary>
    public bool IsAt(string key) => _held.ContainsKey(key);

    /// <summary>Of a turn that is answered while its channel waits, so that nothing is kept: true for the first time that it is asked.</summary>
    /// <exception cref="JournalException">It cannot be told.</exception>
    public Task<bool> IsFirstAsync(ITurnDoor door, string id, CancellationToken cancellation) => log.TryFinishAsync(TurnLog.KeyOf(door.Name, id), cancellation);

    /// <summary>Tells other servers at which turns this one still is.</summary>
    /// <exception cref="JournalException">They cannot be told.</exception>
    public Task RenewAsync(CancellationToken cancellation) => Task.WhenAll(_held.Values.Select(held => RenewAsync(held, cancellation)));

    private Task RenewAsync(Held held, CancellationToken cancellation)
    {
        if (held.IsOver)
            return FinishAsync(held);
        var isNew = held.IsNew;
        held.IsNew = false;
        return isNew ? Task.CompletedTask : log.RenewAsync(held.Key, held.Server, cancellation);
    }

    private async Task<Taken> TakeAsync(Held held, ITurnDoor door, PendingTurn turn, bool isLate, Func<Task<bool>> tryKeep)
    {
        // A place in the queue first: what is kept must be answered.
        var isKept = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!queue.TryTake(turn.Conversation, async ending =>
        {
            if (await isKept.Task)
                await AnswerAsync(held, door, turn.Turn, isLate, ending);
        }))
        {
            return Taken.Full;
        }

        var isTaken = false;
        try
        {
            isTaken = await tryKeep();
        }
        finally
        {
            if (isTaken)
                _held[held.Key] = held;
            isKept.SetResult(isTaken);
        }

        return isTaken ? Taken.Yes : Taken.Ignored;
    }

    private async Task AnswerAsync(Held held, ITurnDoor door, string turn, bool isLate, CancellationToken ending)
    {
        var isLeft = false;
        try
        {
            await door.AnswerAsync(turn, isLate, ending);
        }
        catch when (queue.HasEnded)
        {
            // The next server answers it.
            isLeft = _held.TryRemove(held.Key, out _);
            throw;
        }
        finally
        {
            if (!isLeft)
                await FinishAsync(held);
        }
    }

    // Until that is done this server counts as being at it.
    private async Task FinishAsync(Held held)
    {
        held.IsOver = true;
        _ = await log.TryFinishAsync(held.Key, CancellationToken.None);
        await log.ForgetAsync(held.Key, CancellationToken.None);
        _held.TryRemove(held.Key, out _);
    }

    private sealed class Held(string key, int server)
    {
        public string Key => key;

        /// <summary>How many servers were at it before.</summary>
        public int Server => server;

        /// <summary>Whether it was taken so lately that nothing needs to be told of it.</summary>
        public bool IsNew { get; set; } = true;

        /// <summary>Whether nothing is left to do but to note that.</summary>
        public bool IsOver { get; set; }
    }
}
