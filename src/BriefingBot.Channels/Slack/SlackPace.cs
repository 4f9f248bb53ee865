namespace BriefingBot.Channels.Slack;

/// <summary>When the next call may be made: so far apart in a channel, and not before Slack allows it again. Thread-safe.</summary>
internal sealed class SlackPace(TimeProvider clock)
{
    // One message a second in a channel (docs.slack.dev/apis/web-api/rate-limits), and a little for the way there.
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(1100);

    private const int MostKept = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _next = [];

    /// <summary>Waits until the next message in a channel may be written; those who wait go one after another.</summary>
    public Task TurnAsync(string channel, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        TimeSpan wait;
        lock (_lock)
        {
            Forget(now);
            var start = _next.TryGetValue(channel, out var next) && next > now ? next : now;
            _next[channel] = start + Apart;
            wait = start - now;
        }

        return WaitAsync(wait, cancellation);
    }

    /// <summary>Waits until calls of a method are allowed again.</summary>
    public async Task AllowedAsync(string method, CancellationToken cancellation)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
                wait = _next.GetValueOrDefault(method) - clock.GetUtcNow();
            if (wait <= TimeSpan.Zero)
                return;
            await WaitAsync(wait, cancellation);
        }
    }

    /// <summary>Calls of a method are not allowed for so long.</summary>
    public void Forbid(string method, TimeSpan time)
    {
        lock (_lock)
            _next[method] = clock.GetUtcNow() + time;
    }

    public Task WaitAsync(TimeSpan time, CancellationToken cancellation) => time > TimeSpan.Zero ? Task.Delay(time, clock, cancellation) : Task.CompletedTask;

    private void Forget(DateTimeOffset now)
    {
        if (_next.Count < MostKept)
            return;
        foreach (var past in _next.Where(entry => entry.Value <= now).Select(entry => entry.Key).ToList())
            _next.Remove(past);
    }
}
