using BriefingBot.Channels.Keys;
using BriefingBot.Channels.Sections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BriefingBot.Channels.Admissions;

internal static class AdmissionsSetup
{
    public static void AddAdmissions(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IHostedService, KeyReader>();
        services.AddSection<WebOptions>(WebOptions.Section);
        services.AddSingleton<TrustedProxies>();
        services.AddSingleton<Gate>();
    }
}
