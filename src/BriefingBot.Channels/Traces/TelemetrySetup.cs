using BriefingBot.Channels.Sections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BriefingBot.Channels.Traces;

internal static class TelemetrySetup
{
    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSection<TelemetryOptions>(TelemetryOptions.Section)
            .Validate(options => options.Endpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Telemetry:Endpoint: it is no http address; write one like http://localhost:4318");
        services.AddSingleton<IHostedService, TelemetryExport>();
    }
}
