using System.Collections.Frozen;
using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Answers.Verification;

/// <summary>A number as a text writes it.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
internal readonly record struct NumberMention(decimal Value, int First, int Last);

/// <summary>Reads numbers in digits and in words: 1,500; twelve; 400 million; two hundred and fifty; 21-year-old.</summary>
internal static class NumberReader
{
    private const decimal Hundred = 100;
    private const decimal Thousand = 1000;

    private static readonly FrozenDictionary<string, decimal> Units = Table("unit");
    private static readonly FrozenDictionary<string, decimal> Scales = Table("scale");

    /// <summary>In their order. "One" is left out: it counts as rarely as it does not.</summary>
    public static List<NumberMention> Read(IReadOnlyList<Word> words)
    {
        List<NumberMention> numbers = [];
        for (var i = 0; i < words.Count; i++)
        {
            var first = i;
            if (Start(words[i].Lower) is not { } value)
            {
                continue;
            }

            while (i + 1 < words.Count && Next(words, i) is { } next)
            {
                value = next.Join(value);
                i = next.At;
            }

            if (value != 1 || char.IsDigit(words[first].Lower[0]) || i > first)
            {
                numbers.Add(new NumberMention(value, first, i));
            }
        }

        return numbers;
    }

    private static (int At, Func<decimal, decimal> Join)? Next(IReadOnlyList<Word> words, int i)
    {
        var lower = words[i + 1].Lower;
        if (Scales.TryGetValue(lower, out var scale))
        {
            return (i + 1, value => Scaled(value, scale));
        }

        // "two hundred and fifty": the hundreds stand before, the rest is smaller.
        var at = lower == "and" && i + 2 < words.Count && (Scales.ContainsKey(words[i].Lower)) ? i + 2 : i + 1;
        return Units.TryGetValue(words[at].Lower, out var unit) && !char.IsDigit(words[i].Lower[0]) && (Scales.ContainsKey(words[i].Lower) || (unit < 10 && Tens(words[i].Lower)))
            ? (at, value => value + unit) : null;
    }

    private static bool Tens(string lower) => Units.TryGetValue(lower, out var value) && value is >= 20 and < Hundred;

    // "two thousand three hundred": hundred is of the three alone.
    private static decimal Scaled(decimal value, decimal scale)
    {
        var above = Math.Max(scale, Thousand);
        var rest = value >= above ? value % above : value;
        return value - rest + (Math.Max(rest, 1) * scale);
    }

    private static decimal? Start(string lower)
    {
        if (Units.TryGetValue(lower, out var unit))
        {
            return unit;
        }

        if (Scales.TryGetValue(lower, out var alone) && alone >= Hundred)
        {
            return lower.Length > 3 ? alone : null;
        }

        return char.IsAsciiDigit(lower[0]) ? Digits(lower) : lower.Contains('-', StringComparison.Ordinal) ? Joined(lower) : null;
    }

    // "1,500-strong", "10k", "19th", "52-year-old", "2,5".
    private static decimal? Digits(string lower)
    {
        var end = 0;
        while (end < lower.Length && (char.IsAsciiDigit(lower[end]) || (lower[end] is '.' or ',' && end + 1 < lower.Length && char.IsAsciiDigit(lower[end + 1]))))
        {
            end++;
        }

        if (!decimal.TryParse(lower.AsSpan(0, end), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var rest = lower[end..].TrimStart('-');
        return Scales.TryGetValue(rest, out var scale) && value < 100_000 ? value * scale : value;
    }

    // "twenty-one", "twelve-year-old".
    private static decimal? Joined(string lower)
    {
        var parts = lower.Split('-');
        return !Units.TryGetValue(parts[0], out var value) && !(parts[0].Length > 3 && Scales.TryGetValue(parts[0], out value)) ? null
            : parts.Length > 1 && Units.TryGetValue(parts[1], out var unit) && value >= 20 && unit < 10 ? value + unit
            : parts.Length > 1 && Scales.TryGetValue(parts[1], out var scale) ? value * scale
            : value;
    }

    private static FrozenDictionary<string, decimal> Table(string kind) => WordList.Lines("Answers.Verification.Data.numbers.tsv").Select(line => line.Split('\t'))
        .Where(fields => fields[0] == kind).SelectMany(fields => fields[2].Split(' ').Select(word => (word, value: decimal.Parse(fields[1], CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(pair => pair.word, pair => pair.value);
}
