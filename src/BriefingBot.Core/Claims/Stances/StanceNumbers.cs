using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace BriefingBot.Claims;

/// <summary>Reads the number a term begins with: 19M is 19, twelve is 12.</summary>
internal static class StanceNumbers
{
    private static readonly string[] Names =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    // "One" is a pronoun more often than a number.
    private static readonly FrozenDictionary<string, double> Words = Names.Select((name, value) => (StanceLexicon.Terms(name)[0], (double)value))
        .Where(pair => pair.Item2 > 1).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    public static bool IsWord(string term) => Words.ContainsKey(term);

    public static double? Value(string term)
    {
        if (Words.TryGetValue(term, out var value))
            return value;

        var digits = term.AsSpan().IndexOfAnyExcept(Digits);
        var number = digits < 0 ? term : term.AsSpan(0, digits);
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) ? value : null;
    }
}
