using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>What a number with the words before it leaves open: "at least 300", "up to 500".</summary>
/// <param name="Least">The least it may be.</param>
/// <param name="Most">The most it may be.</param>
internal readonly record struct CountBounds(double Least, double Most)
{
    private const int ReachInWords = 3;

    // "About 300" may be 310, not 400.
    private const double About = 0.1;

    private static readonly List<(string Kind, string[] Words)> Phrases = [.. WordList.Lines("Claims.Data.count-bounds.tsv").Select(line => line.Split('\t'))
        .SelectMany(fields => fields[1].Split(" / ").Select(phrase => (fields[0], phrase.Split(' '))))];

    public bool Overlaps(CountBounds other) => Least <= other.Most && other.Least <= Most;

    /// <param name="value">In digits.</param>
    /// <param name="words">Of the sentence.</param>
    /// <param name="at">The number's place.</param>
    public static CountBounds Of(string value, IReadOnlyList<Word> words, int at)
    {
        var number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : double.NaN;
        return KindAt(words, at).Kind switch
        {
            "least" => new(number, double.PositiveInfinity),
            "most" => new(0, number),
            "about" => new(number * (1 - About), number * (1 + About)),
            _ => new(number, number),
        };
    }

    /// <summary>The words before a number that say that it is at most so many; null if there are none.</summary>
    public static TextSpan? MostBefore(IReadOnlyList<Word> words, int at) => KindAt(words, at) is ("most", var span) ? span : null;

    private static (string? Kind, TextSpan Span) KindAt(IReadOnlyList<Word> words, int at)
    {
        foreach (var (kind, phrase) in Phrases)
        {
            for (var start = Math.Max(0, at - ReachInWords); start + phrase.Length <= at; start++)
            {
                if (start + phrase.Length == at && phrase.Index().All(word => words[start + word.Index].Lower == word.Item))
                {
                    return (kind, words[start].Span.Union(words[at].Span));
                }
            }
        }

        return (null, default);
    }
}
