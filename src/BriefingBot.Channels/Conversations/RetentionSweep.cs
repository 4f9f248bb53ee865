using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.DirectLine;
using BriefingBot.Channels.Feedbacks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Conversations;

/// <summary>Forgets what is older than it may get: at the start, and then every hour.</summary>
internal sealed partial class RetentionSweep(IJournal journal, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionSweep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await SweepAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            var now = time.GetUtcNow();
            foreach (var prefix in (string[])[TurnLog.PendingPrefix, TurnLog.AnsweredPrefix])
                _ = await journal.ForgetAsync(prefix, now - TurnLog.Kept, stopping);
            if (options.Value.Days == 0)
                return;

            var before = now.AddDays(-options.Value.Days);
            var forgotten = await journal.ForgetAsync(ConversationLog.Prefix, before, stopping) + await journal.ForgetAsync(FeedbackLog.Prefix, before, stopping);
            foreach (var prefix in (string[])[ActivityBot.ShownPrefix, DirectLineConversations.Prefix])
                _ = await journal.ForgetAsync(prefix, before, stopping);
            if (forgotten > 0)
                LogForgotten(log, forgotten, options.Value.Days);
        }
        catch (JournalException failure)
        {
            // It is tried again.
            LogFailure(log, failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} conversations or their feedback forgotten, older than {Days} days")]
    private static partial void LogForgotten(ILogger log, int count, int days);

    [LoggerMessage(LogLevel.Warning, "Nothing could be forgotten: {Problem}")]
    private static partial void LogFailure(ILogger log, string problem);
}
