namespace BriefingBot.Claims;

/// <summary>
/// How firmly a source commits to an event, from "it did not happen" up. As a number, -3 to 3: whatever is nearest, so
/// denied is below -0.5, uncommitted up to 0.5, possible up to 1.5, probable up to 2.5, asserted above.
/// </summary>
/// <remarks>The scale of Saurí and Pustejovsky, "FactBank" (2009), on which the public sets are annotated.</remarks>
public enum Factuality
{
    /// <summary>The source says it is not so; -3.</summary>
    Denied,

    /// <summary>The source does not say whether it is so: a question, a condition, "cannot confirm"; 0.</summary>
    Uncommitted,

    /// <summary>It may be so: may, reportedly, claimed, planned; 1.</summary>
    Possible,

    /// <summary>It likely is so, or will be; 2.</summary>
    Probable,

    /// <summary>It is so; 3.</summary>
    Asserted,
}

/// <summary>Reads and joins levels of factuality.</summary>
internal static class Factualities
{
    public static Factuality Of(double score) => score switch
    {
        < -0.5 => Factuality.Denied,
        < 0.5 => Factuality.Uncommitted,
        < 1.5 => Factuality.Possible,
        < 2.5 => Factuality.Probable,
        _ => Factuality.Asserted,
    };

    /// <summary>What stays of a level under a cue: the weaker of both; of a denial that is itself doubted or denied, nothing.</summary>
    public static Factuality Under(this Factuality level, Factuality cue) =>
        level == Factuality.Asserted ? cue
        : cue == Factuality.Asserted ? level
        : level == Factuality.Denied || cue == Factuality.Denied ? Factuality.Uncommitted
        : level < cue ? level : cue;

    /// <summary>Whether one commits to more than the other does: to a firmer yes, or to a no that the other does not say.</summary>
    public static bool IsFirmerThan(this Factuality level, Factuality other) =>
        level == Factuality.Denied ? other != Factuality.Denied : level > Factuality.Uncommitted && level > other;
}
