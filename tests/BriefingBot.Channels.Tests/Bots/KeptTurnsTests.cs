using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Tests.Conversations;
using BriefingBot.Channels.Tests.Feedbacks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.Bots;

public sealed class KeptTurnsTests : IAsyncDisposable
{
    private static readonly TimeSpan AfterLease = TimeSpan.FromSeconds(new PendingTurnsOptions().LeaseSeconds + 1);

    private readonly MovedClock _clock = new();
    private readonly FullJournal _journal;

    public KeptTurnsTests() => _journal = new FullJournal(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_a_turn_is_kept_once_it_is_answered_but_that_it_was()
    {
        await using var server = new Server(_journal, _clock);

        Assert.Equal(Taken.Yes, await server.TakeAsync("1"));
        await server.SettledAsync();

        Assert.Equal(["question 1"], server.Door.Answered);
        Assert.DoesNotContain("question", Assert.Single(await EntriesAsync("")).Text, StringComparison.Ordinal);
        Assert.Equal(Taken.Ignored, await server.TakeAsync("1"));
    }

    [Fact]
    public async Task A_turn_that_is_being_answered_is_not_taken_again_by_any_server()
    {
        await using var first = new Server(_journal, _clock);
        await using var second = new Server(_journal, _clock);
        first.Door.Hold();
        await first.TakeAsync("1");

        Assert.Equal((Taken.Ignored, Taken.Ignored), (await first.TakeAsync("1"), await second.TakeAsync("1")));

        first.Door.Release();
        await first.SettledAsync();
        await second.SettledAsync();
        Assert.Equal((1, 0), (first.Door.Answered.Count, second.Door.Answered.Count));
    }

    [Fact]
    public async Task A_turn_that_a_server_left_is_answered_by_one_other_alone()
    {
        await using var dead = new Server(_journal, _clock);
        dead.Door.Hold();
        await dead.TakeAsync("1");
        Server[] others = [.. Enumerable.Range(0, 8).Select(_ => new Server(_journal, _clock))];

        _clock.Ahead += AfterLease;
        await Task.WhenAll(others.Select(server => server.RecoverAsync()));
        foreach (var server in others)
            await server.SettledAsync();

        Assert.Equal(["question 1"], others.SelectMany(server => server.Door.Answered));
        foreach (var server in others)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task Of_servers_that_see_a_turn_left_at_the_same_time_one_takes_it_over()
    {
        await using var dead = new Server(_journal, _clock);
        dead.Door.Hold();
        await dead.TakeAsync("1");
        var log = new TurnLog(_journal);
        _clock.Ahead += AfterLease;
        List<LeftTurn> seen = [];
        for (var n = 0; n < 8; n++)
            seen.Add(Assert.Single(await log.LeftAsync(_clock.GetUtcNow() - AfterLease + TimeSpan.FromSeconds(1), Cancellation)));

        var taken = await Task.WhenAll(seen.Select(left => log.TryTakeOverAsync(left, Cancellation)));

        Assert.Single(taken, isTaken => isTaken);
    }

    [Fact]
    public async Task A_turn_that_a_server_is_still_at_is_left_to_it()
    {
        await using var busy = new Server(_journal, _clock);
        await using var starting = new Server(_journal, _clock);
        busy.Door.Hold();
        await busy.TakeAsync("1");

        await starting.RecoverAsync();
        Assert.Empty(starting.Door.Answered);

        // What was just taken need not be said; the second time it is.
        await busy.Turns.RenewAsync(Cancellation);
        Assert.Single(await EntriesAsync(TurnLog.PendingPrefix));
        await busy.Turns.RenewAsync(Cancellation);
        Assert.Equal(2, (await EntriesAsync(TurnLog.PendingPrefix)).Count);

        // Nor does a server take over its own.
        _clock.Ahead += AfterLease;
        await busy.RecoverAsync();
        busy.Door.Release();
        await busy.SettledAsync();
        Assert.Single(busy.Door.Answered);
    }

    [Fact]
    public async Task A_turn_that_a_stop_cut_off_is_answered_by_the_next_server()
    {
        await using (var stopped = new Server(_journal, _clock))
        {
            stopped.Door.Hold();
            await stopped.TakeAsync("1");
            await stopped.Door.Reached;
            await stopped.Queue.StopAsync(new CancellationToken(canceled: true));
            await stopped.SettledAsync();
        }

        await using var next = new Server(_journal, _clock);
        _clock.Ahead += AfterLease;
        await next.RecoverAsync();
        await next.SettledAsync();

        Assert.Equal(["question 1"], next.Door.Answered);
    }

    [Fact]
    public async Task A_turn_whose_answer_fails_is_not_answered_again()
    {
        await using var server = new Server(_journal, _clock);
        server.Door.Fail();
        await server.TakeAsync("1");
        await server.SettledAsync();

        Assert.Empty(await EntriesAsync(TurnLog.PendingPrefix));
        Assert.Equal(Taken.Ignored, await server.TakeAsync("1"));
    }

    [Theory]
    [InlineData(9, "question 1")]
    [InlineData(11, "late: question 1")]
    public async Task Who_asked_too_long_ago_is_told_to_ask_again(int minutes, string said)
    {
        await using var dead = new Server(_journal, _clock);
        dead.Door.Hold();
        await dead.TakeAsync("1");
        await using var next = new Server(_journal, _clock);

        _clock.Ahead = TimeSpan.FromMinutes(minutes);
        await next.RecoverAsync();
        await next.SettledAsync();

        Assert.Equal([said], next.Door.Answered);
    }

    [Fact]
    public async Task A_turn_that_three_servers_did_not_survive_is_not_tried_again()
    {
        List<Server> dead = [new Server(_journal, _clock)];
        dead[0].Door.Hold();
        await dead[0].TakeAsync("1");
        for (var n = 1; n <= 3; n++)
        {
            var next = new Server(_journal, _clock);
            if (n < 3)
                next.Door.Hold();
            _clock.Ahead += AfterLease;
            await next.RecoverAsync();
            dead.Add(next);
        }

        await dead[^1].SettledAsync();

        Assert.Equal(["late: question 1"], dead[^1].Door.Answered);
        foreach (var server in dead)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_taken()
    {
        await using var server = new Server(_journal, _clock);
        _journal.IsFull = true;

        await Assert.ThrowsAsync<JournalException>(() => server.TakeAsync("1"));
        await server.SettledAsync();

        Assert.Empty(server.Door.Answered);
    }

    [Fact]
    public async Task An_answer_that_could_not_be_noted_is_noted_later_and_not_given_twice()
    {
        await using var server = new Server(_journal, _clock);
        server.Door.Hold();
        await server.TakeAsync("1");
        _journal.IsFull = true;
        server.Door.Release();
        await server.SettledAsync();
        _clock.Ahead += AfterLease;
        await server.RecoverAsync();
        _journal.IsFull = false;

        await server.Turns.RenewAsync(Cancellation);

        Assert.Single(server.Door.Answered);
        Assert.Empty(await EntriesAsync(TurnLog.PendingPrefix));
    }

    [Fact]
    public async Task What_no_door_here_can_read_is_forgotten()
    {
        await using var dead = new Server(_journal, _clock, "closed");
        dead.Door.Hold();
        await dead.TakeAsync("1");
        await using var next = new Server(_journal, _clock);

        _clock.Ahead += AfterLease;
        await next.RecoverAsync();

        Assert.Empty(await EntriesAsync(TurnLog.PendingPrefix));
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    private async Task<List<JournalEntry>> EntriesAsync(string prefix) => await _journal.ReadAllAsync(prefix, Cancellation).ToListAsync(Cancellation);

    /// <summary>A server with one door; the journal is shared.</summary>
    private sealed class Server(IJournal journal, TimeProvider clock, string door = "door") : IAsyncDisposable
    {
        private readonly TurnLog _log = new(journal);
        private KeptTurns? _turns;

        public PendingTurns Queue { get; } = new(Options.Create(new PendingTurnsOptions()), NullLogger<PendingTurns>.Instance);

        public KeptTurns Turns => _turns ??= new KeptTurns(Queue, _log);

        public Door Door { get; } = new(door);

        public Task<Taken> TakeAsync(string id) => Turns.TakeAsync(Door, id, "conversation", $"question {id}", Cancellation);

        /// <summary>Looks for turns that were left.</summary>
        public async Task RecoverAsync()
        {
            using var recovery = new TurnRecovery(Turns, _log, [Door], Options.Create(new PendingTurnsOptions()), clock, NullLogger<TurnRecovery>.Instance);
            await recovery.RecoverAsync(Cancellation);
        }

        public Task SettledAsync() => Queue.SettledAsync();

        public async ValueTask DisposeAsync()
        {
            await Queue.StopAsync(new CancellationToken(canceled: true));
            await SettledAsync();
            Queue.Dispose();
        }
    }

    private sealed class Door(string name) : ITurnDoor
    {
        private TaskCompletionSource _open = Opened();
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _failure;

        /// <summary>Ends when a turn comes.</summary>
        public Task Reached => _reached.Task;

        public List<string> Answered { get; } = [];

        public string Name => name;

        public async Task AnswerAsync(string turn, bool isLate, CancellationToken cancellation)
        {
            _reached.TrySetResult();
            await _open.Task.WaitAsync(cancellation);
            if (_failure is not null)
                throw _failure;
            Answered.Add(isLate ? $"late: {turn}" : turn);
        }

        public void Hold() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _open.SetResult();

        public void Fail() => _failure = new InvalidOperationException("no");

        private static TaskCompletionSource Opened()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }
}
