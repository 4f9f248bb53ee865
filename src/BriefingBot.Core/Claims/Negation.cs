using System.Collections.Frozen;

namespace BriefingBot.Claims;

/// <summary>Words that turn what follows into its opposite.</summary>
internal static class Negation
{
    private static readonly FrozenSet<string> Negators = FrozenSet.Create("no", "not", "never", "none", "neither", "nor", "nobody", "nothing", "without", "cannot");

    public static bool IsNegator(string lower, Wording? wording = null) => wording is not null ? wording.Is("negators", lower) :
        Negators.Contains(lower) || lower.EndsWith("n't", StringComparison.Ordinal) || lower.EndsWith("n’t", StringComparison.Ordinal);
}
