using BriefingBot.Answers;
using BriefingBot.Channels.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BriefingBot.Channels.Traces;

/// <summary>Sends traces and metrics to a collector where one is named; else it does nothing, and nothing is traced.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options, IConfiguration configuration, HostedVersion version) : IHostedService, IDisposable
{
    private const string StandardVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Service = "briefingbot";

    private static readonly string[] Meters = [AnswerTelemetry.Name, "BriefingBot.Model", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Endpoint is null && string.IsNullOrEmpty(configuration[StandardVariable] ?? Environment.GetEnvironmentVariable(StandardVariable)))
            return Task.CompletedTask;

        Start();
        return Task.CompletedTask;
    }

    // A method of its own: without a place to send to, nothing of it is loaded.
    private void Start()
    {
        var resource = ResourceBuilder.CreateDefault().AddService(Service, serviceVersion: version.Version);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(AnswerTelemetry.Name).AddOtlpExporter(exporter => SendTo(exporter, "v1/traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(exporter => SendTo(exporter, "v1/metrics")).Build();
    }

    // What is not sent yet is sent, as long as that does not hold up the end.
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            const int MostMilliseconds = 2_000;
            _traces?.Shutdown(MostMilliseconds);
            _metrics?.Shutdown(MostMilliseconds);
        },
        cancellationToken);

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // Without a place of ours, the exporter's own variables say everything.
    private void SendTo(OtlpExporterOptions exporter, string path)
    {
        if (options.Value.Endpoint is not { } endpoint)
            return;
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/"), path);
    }
}
