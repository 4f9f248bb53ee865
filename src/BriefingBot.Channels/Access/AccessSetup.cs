using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Access;

internal static class AccessSetup
{
    public static void AddAccessRules(this IServiceCollection services)
    {
        // A misspelt setting must not leave the corpus open.
        services.AddOptions<AccessOptions>()
            .BindConfiguration(AccessOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<AccessRules>();
        services.AddSingleton<ReadableCorpus>();
    }
}
