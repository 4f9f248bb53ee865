using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Sections;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.DirectLine;

internal static class DirectLineSetup
{
    public static void AddDirectLine(this IServiceCollection services)
    {
        services.AddSection<DirectLineOptions>(DirectLineOptions.Section);
        services.AddSingleton<DirectLineOrigins>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineConversations>();
        services.AddSingleton<DirectLineStreams>();
        services.AddSingleton<DirectLineBot>();
        services.AddSingleton<ITurnDoor>(provider => provider.GetRequiredService<DirectLineBot>());
        services.AddSingleton<DirectLineEndpoints>();
    }
}
