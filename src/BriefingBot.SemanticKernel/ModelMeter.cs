using System.Diagnostics.Metrics;

namespace BriefingBot.SemanticKernel;

/// <summary>What is counted, under the name <c>BriefingBot.Model</c>.</summary>
internal static class ModelMeter
{
    public const string Name = "BriefingBot.Model";

    private static readonly Meter Meter = new(Name);

    /// <summary>As estimated.</summary>
    public static readonly Histogram<int> PromptTokens = Meter.CreateHistogram<int>("briefingbot.model.prompt.tokens", "{token}", "Tokens of a prompt, function results not counted");

    /// <summary>As estimated.</summary>
    public static readonly Histogram<int> LookupTokens = Meter.CreateHistogram<int>("briefingbot.model.lookup.tokens", "{token}", "Tokens of what a function gave");

    public static readonly Histogram<double> LookupDuration = Meter.CreateHistogram<double>("briefingbot.model.lookup.duration", "s", "Time that a function took");

    /// <summary>With the tags <c>function</c> and <c>outcome</c>: answered, refused or failed.</summary>
    public static readonly Counter<int> Lookups = Meter.CreateCounter<int>("briefingbot.model.lookups", "{call}", "Functions that a model called");
}
