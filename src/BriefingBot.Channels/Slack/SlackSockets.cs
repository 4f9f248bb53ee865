using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Slack;

/// <summary>Socket Mode: a connection for each app that has an app-level token, made anew whenever it ends.</summary>
internal sealed class SlackSockets(SlackWorkspaces workspaces, IOptions<SlackOptions> options, SlackSocket socket, SlackPace pace) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(workspaces.All.Where(workspace => workspace.AppToken is not null).GroupBy(workspace => workspace.AppToken!, StringComparer.Ordinal)
            .Select(app => KeepAsync(app.Key, [.. app], stoppingToken)));

    private async Task KeepAsync(string appToken, IReadOnlyList<SlackWorkspace> among, CancellationToken stopping)
    {
        await Task.Yield();
        for (var failures = 0; !stopping.IsCancellationRequested;)
        {
            failures = await socket.ServeAsync(appToken, options.Value.ApiUrl, among, stopping) ? 0 : failures + 1;
            if (failures > 0)
                await pace.WaitAsync(Backoff(failures), stopping);
        }
    }

#pragma warning disable CA5394 // Jitter needs no secret.
    private static TimeSpan Backoff(int failures) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(failures, 10)) / 2) * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
}
