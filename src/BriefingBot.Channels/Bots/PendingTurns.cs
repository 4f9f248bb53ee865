using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Bots;

/// <summary>Turns that were taken and are answered later: those of one conversation one after another, those of different ones at once. Thread-safe.</summary>
/// <remarks>A server that stops answers what it has taken first, as far as twenty seconds go.</remarks>
public sealed partial class PendingTurns(IOptions<PendingTurnsOptions> options, ILogger<PendingTurns> log) : IHostedService, IDisposable
{
    // Less than the 30 s that a host gives all that it stops.
    private static readonly TimeSpan LongestGrace = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _running = new(options.Value.MostAtOnce);
    private readonly Dictionary<string, (Task Last, int Waiting)> _conversations = [];
    private readonly Lock _lock = new();
    private int _taken;

    /// <summary>Whether it has stopped, and what it had not answered by then is given up.</summary>
    internal bool HasEnded => _ended.IsCancellationRequested;

    /// <summary>Takes a turn, unless too many wait.</summary>
    /// <param name="conversation">Unique among the channels.</param>
    /// <param name="answer">What answers it; what it throws is logged.</param>
    /// <returns>False where it was not taken: the channel is to be told to come again.</returns>
    public bool TryTake(string conversation, Func<CancellationToken, Task> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        lock (_lock)
        {
            if (_ended.IsCancellationRequested || _taken >= options.Value.MostWaiting)
                return false;
            _taken++;
            var (last, waiting) = _conversations.GetValueOrDefault(conversation, (Task.CompletedTask, 0));
            _conversations[conversation] = (RunAsync(conversation, last, answer), waiting + 1);
            return true;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(SettledAsync(), Task.Delay(LongestGrace, cancellationToken));
        await _ended.CancelAsync();
    }

    /// <summary>Waits until all that was taken so far is answered.</summary>
    internal Task SettledAsync()
    {
        lock (_lock)
            return Task.WhenAll(_conversations.Values.Select(conversation => conversation.Last).ToList());
    }

    public void Dispose()
    {
        _ended.Dispose();
        _running.Dispose();
    }

    // Never fails: the next turn of the conversation waits for it.
    private async Task RunAsync(string conversation, Task before, Func<CancellationToken, Task> answer)
    {
        await Task.Yield();
        await before;
        var isIn = false;
        try
        {
            await _running.WaitAsync(_ended.Token);
            isIn = true;
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
            inTime.CancelAfter(TimeSpan.FromSeconds(options.Value.MostSeconds));
            await answer(inTime.Token);
        }
#pragma warning disable CA1031 // Whatever a turn does wrong must not end the turns after it; it is logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(log, failure);
        }
        finally
        {
            Leave(conversation, isIn);
        }
    }

    private void Leave(string conversation, bool isIn)
    {
        if (isIn)
            _running.Release();
        lock (_lock)
        {
            _taken--;
            var (last, waiting) = _conversations[conversation];
            if (waiting == 1)
                _conversations.Remove(conversation);
            else
                _conversations[conversation] = (last, waiting - 1);
        }
    }

    [LoggerMessage(LogLevel.Error, "A turn was not answered")]
    private static partial void LogFailure(ILogger log, Exception failure);
}

/// <summary>Section <c>Turns</c>.</summary>
public sealed class PendingTurnsOptions
{
    public const string Section = "Turns";

    /// <summary>How many turns may be taken and not answered yet.</summary>
    [Range(1, 100_000)]
    public int MostWaiting { get; set; } = 1000;

    /// <summary>How many turns are answered at once.</summary>
    [Range(1, 1000)]
    public int MostAtOnce { get; set; } = 16;

    /// <summary>Longest time for one answer, seconds.</summary>
    [Range(1, 3600)]
    public int MostSeconds { get; set; } = 300;

    /// <summary>A server that says nothing of a turn for so long is taken for dead, and another, or the same after a restart, answers it. Seconds.</summary>
    [Range(1, 300)]
    public int LeaseSeconds { get; set; } = 30;

    /// <summary>A turn that was left by a server is answered so long after it was taken; after that, who asked is told to ask again. Minutes.</summary>
    [Range(1, 1440)]
    public int MostMinutesLate { get; set; } = 10;
}
