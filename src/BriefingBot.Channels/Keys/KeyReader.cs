using BriefingBot.Answers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Keys;

/// <summary>Reads the keys before anybody is let in, and again and again: what another process adds or removes soon counts here.</summary>
internal sealed partial class KeyReader(KeyRing keys, TimeProvider time, ILogger<KeyReader> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keys.ReadAsync(stoppingToken);
            }
            catch (JournalException failure)
            {
                // The keys that were read count on.
                LogFailure(log, failure.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "API keys cannot be read: {Problem}")]
    private static partial void LogFailure(ILogger log, string problem);
}
