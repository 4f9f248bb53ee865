using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Numbers in digits or words.</summary>
internal static class Numerals
{
    // "Dozen" is twelve; "one" and "both" may be anything.
    private const double LeastSureNumber = 0.9;

    /// <summary>In digits; null if the term is no number.</summary>
    /// <param name="term">As the analyzer writes it.</param>
    public static string? ValueOf(string term) => term.Length > 0 && char.IsAsciiDigit(term[0]) ? term.Replace(",", "", StringComparison.Ordinal)
        : Aliases.Read([term]).FirstOrDefault(reading => reading.Kind == "number" && reading.Weight >= LeastSureNumber).Canonical;

    /// <summary>Other terms for the same number: eight and 8; none where the term is no number.</summary>
    public static IEnumerable<string> FormsOf(string term) => ValueOf(term) is not { } value ? []
        : Aliases.Forms(value).Where(form => form.Weight >= LeastSureNumber && form.Terms.Count == 1).Select(form => form.Terms[0]).Append(value).Where(form => form != term);
}
