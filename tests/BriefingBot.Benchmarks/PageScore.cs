using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>How well a text matches the expected one.</summary>
internal sealed record PageScore(string Page, Overlap Words, Overlap Shingles, TimeSpan Time)
{
    private const int ShingleWords = 4;

    public static PageScore Of(string page, string expected, string actual, TimeSpan time)
    {
        var (expectedWords, actualWords) = (WordsOf(expected), WordsOf(actual));
        return new PageScore(page, Overlap.Of(expectedWords, actualWords), Overlap.Of(ShinglesOf(expectedWords), ShinglesOf(actualWords)), time);
    }

    private static List<string> WordsOf(string text) =>
        [.. Regex.Matches(text, @"\w+", RegexOptions.NonBacktracking).Select(match => match.Value)];

    private static List<string> ShinglesOf(List<string> words) =>
        [.. Enumerable.Range(0, Math.Max(1, words.Count - ShingleWords + 1)).Select(i => string.Join(' ', words.Skip(i).Take(ShingleWords)))];
}

/// <summary>Multisets compared: each item counts as often as it occurs in both.</summary>
internal sealed record Overlap(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Overlap Of(List<string> expected, List<string> actual)
    {
        var left = expected.CountBy(item => item).ToDictionary();
        var shared = actual.CountBy(item => item).Sum(pair => Math.Min(pair.Value, left.GetValueOrDefault(pair.Key)));
        return new Overlap(actual.Count == 0 ? 0 : (double)shared / actual.Count, expected.Count == 0 ? 0 : (double)shared / expected.Count);
    }
}
