using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Sections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Slack;

internal static class SlackSetup
{
    public static void AddSlack(this IServiceCollection services)
    {
        services.AddSection<SlackOptions>(SlackOptions.Section);
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackValidation>();
        services.TryAddSingleton(new SlackPace(TimeProvider.System));
        services.AddSingleton<SlackClient>();
        services.AddSingleton<SlackWorkspaces>();
        services.AddSingleton<SlackReplier>();
        services.AddSingleton<SlackInbox>();
        services.AddSingleton<ITurnDoor>(provider => provider.GetRequiredService<SlackInbox>());
        services.AddSingleton<SlackGate>();
        services.AddSingleton<SlackCommands>();
        services.AddSingleton<SlackInteractions>();
        services.AddSingleton<SlackSocket>();
        services.AddSingleton<IHostedService, SlackSockets>();
    }
}
