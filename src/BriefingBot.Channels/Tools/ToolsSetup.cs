using BriefingBot.Channels.Access;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Conversations;
using BriefingBot.Channels.Corpora;
using BriefingBot.Channels.Limits;
using BriefingBot.Channels.Readings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BriefingBot.Channels.Tools;

public static class ToolsSetup
{
    /// <summary>The bot with its tools alone, without a door that listens or calls out. Needs what <see cref="ChannelsSetup.AddBriefingBot"/> needs.</summary>
    public static IServiceCollection AddCorpusTools(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LiveCorpus>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<LiveCorpus>());
        services.AddAccessRules();
        services.AddLimits();
        services.AddSingleton<ConversationLog>();
        services.AddSingleton<Statements>();
        services.AddSingleton<Bot>();
        services.AddTools();
        return services;
    }

    internal static void AddTools(this IServiceCollection services) => services.AddSingleton<ToolServer>();
}
