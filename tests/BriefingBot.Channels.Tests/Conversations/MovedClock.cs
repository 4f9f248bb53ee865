using System.Collections.Concurrent;

namespace BriefingBot.Channels.Tests.Conversations;

/// <summary>The clock, moved ahead as far as a test wants; its timers fire when the test says so.</summary>
internal sealed class MovedClock : TimeProvider
{
    private readonly ConcurrentBag<(TimerCallback Callback, object? State)> _timers = [];

    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Add((callback, state));
        return new NoTimer();
    }

    public void Fire()
    {
        foreach (var (callback, state) in _timers)
            callback(state);
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
