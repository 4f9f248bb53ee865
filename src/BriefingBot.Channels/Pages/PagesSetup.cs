using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Pages;

internal static class PagesSetup
{
    public static void AddPages(this IServiceCollection services) => services.AddSingleton<ExampleFinder>();
}
