using BriefingBot.Answers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Bots;

/// <summary>Says which turns this server is at, and has those answered that a server left which was killed or stopped: its own from before a restart, or another's.</summary>
/// <remarks>The clocks of servers that share a journal must agree within a few seconds.</remarks>
internal sealed partial class TurnRecovery(KeptTurns turns, TurnLog log, IEnumerable<ITurnDoor> doors, IOptions<PendingTurnsOptions> options, TimeProvider time, ILogger<TurnRecovery> logger) : BackgroundService
{
    // A turn that so many servers did not survive may be why.
    private const int MostServers = 3;

    // One word that comes late, or is lost, does not look like the end of a server.
    private const int WordsInLease = 3;

    private readonly TimeSpan _lease = TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
        await Task.Yield();
        using var timer = new PeriodicTimer(_lease / WordsInLease, time);
        do
        {
            try
            {
                await turns.RenewAsync(stoppingToken);
                await RecoverAsync(stoppingToken);
            }
            catch (JournalException failure)
            {
                // It is tried again.
                LogFailure(logger, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task RecoverAsync(CancellationToken stopping)
    {
        foreach (var left in await log.LeftAsync(time.GetUtcNow() - _lease, stopping))
        {
            if (!turns.IsAt(left.Key))
                await RecoverAsync(left, stopping);
        }
    }

    private async Task RecoverAsync(LeftTurn left, CancellationToken stopping)
    {
        if (doors.FirstOrDefault(door => door.Name == left.Turn?.Door) is not { } door)
        {
            LogUnreadable(logger);
            await log.ForgetAsync(left.Key, stopping);
            return;
        }

        var isLate = left.Servers >= MostServers || time.GetUtcNow() - left.At > TimeSpan.FromMinutes(options.Value.MostMinutesLate);
        if (await turns.TakeOverAsync(door, left, isLate, stopping) == Taken.Yes)
            LogRecovered(logger, door.Name, left.At, isLate ? "who asked is told to ask again" : "it is answered now");
    }

    [LoggerMessage(LogLevel.Warning, "A turn of {Door}, taken at {At:u}, was left by a server that ended: {What}")]
    private static partial void LogRecovered(ILogger logger, string door, DateTimeOffset at, string what);

    [LoggerMessage(LogLevel.Warning, "What is left of a turn cannot be read here, and is forgotten")]
    private static partial void LogUnreadable(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Turns that were left cannot be looked after now: {Problem}")]
    private static partial void LogFailure(ILogger logger, string problem);
}
