using System.Globalization;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Finds the numbers of a sentence that are no dates.</summary>
internal static class NumberFinder
{
    // "dozen" is twelve, "both" may be anything.
    private const double LeastSureNumber = 0.9;
    private const double LeastMultiplier = 1000;

    /// <summary>The number that starts at this word, "million" and the like multiplied in.</summary>
    /// <returns>How many words it takes; 0 if none starts here.</returns>
    public static int At(List<Word> words, int i, out NumberValue? number)
    {
        number = null;
        if (Read(words[i].Lower) is not { } amount)
        {
            return 0;
        }

        var (grain, length) = (Grain(words[i].Lower), 1);
        if (i + 1 < words.Count && !char.IsAsciiDigit(words[i + 1].Lower[0]) && Read(words[i + 1].Lower) is >= LeastMultiplier and var factor)
        {
            (amount, grain, length) = (amount * factor, grain * factor, 2);
        }

        number = new NumberValue(words[i].Span.Union(words[i + length - 1].Span), amount, grain);
        return length;
    }

    private static double? Read(string lower)
    {
        if (char.IsAsciiDigit(lower[0]))
        {
            return double.TryParse(lower, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var written) ? written : null;
        }

        return Aliases.Read([Sayings.Stem(lower)]) is [{ Kind: "number", Weight: >= LeastSureNumber } reading, ..]
            && double.TryParse(reading.Canonical, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    // Small numbers are counted, not rounded: 20 is not 21.
    private static double Grain(string lower)
    {
        var point = lower.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            return Math.Pow(10, point + 1 - lower.Length);
        }

        var digits = lower.Replace(",", "", StringComparison.Ordinal);
        var zeros = digits.Length - digits.TrimEnd('0').Length;
        return char.IsAsciiDigit(lower[0]) && digits.Length > 2 ? Math.Pow(10, zeros) : 1;
    }
}
