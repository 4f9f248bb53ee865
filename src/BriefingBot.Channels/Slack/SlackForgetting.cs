using BriefingBot.Answers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Slack;

/// <summary>Forgets what was taken so long ago that Slack does not send it again.</summary>
internal sealed partial class SlackForgetting(SlackWorkspaces workspaces, IJournal journal, TimeProvider clock, ILogger<SlackForgetting> log) : BackgroundService
{
    // Slack tries for an hour, and for a day where an app was long away.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private static readonly TimeSpan Apart = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (workspaces.All.Count == 0)
            return;
        using var timer = new PeriodicTimer(Apart, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await journal.ForgetAsync(SlackInbox.Prefix, clock.GetUtcNow() - Kept, stoppingToken);
            }
            catch (JournalException failure)
            {
                LogFailure(log, failure.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Failure}")]
    private static partial void LogFailure(ILogger log, string failure);
}
