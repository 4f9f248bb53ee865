using System.Diagnostics.Metrics;
using BriefingBot.Answers;

namespace BriefingBot.Channels.Traces;

/// <summary>Counts requests that were turned away, by why.</summary>
internal static class RefusalMeter
{
    private static readonly Meter Meter = new(AnswerTelemetry.Name);
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("briefingbot.refusals", "{request}", "Requests turned away, by reason: rate, busy, key, elsewhere, access");

    public static void Count(string reason) => Refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
