using BriefingBot.Channels.Sections;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Access;

internal static class AccessSetup
{
    public static void AddAccessRules(this IServiceCollection services)
    {
        services.AddSection<AccessOptions>(AccessOptions.Section);
        services.AddSingleton<AccessRules>();
        services.AddSingleton<ReadableCorpus>();
    }
}
