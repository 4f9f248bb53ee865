namespace BriefingBot.Channels.Traces;

/// <summary>The section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Where to send traces and metrics to, by OTLP over HTTP, for instance http://localhost:4318; null for nowhere, unless the variable OTEL_EXPORTER_OTLP_ENDPOINT names a place.</summary>
    public Uri? Endpoint { get; init; }
}
