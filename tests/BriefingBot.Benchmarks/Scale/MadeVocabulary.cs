using System.Text;

namespace BriefingBot.Benchmarks.Scale;

/// <summary>Made-up words, the commonest first, drawn as often as the words of a language are.</summary>
internal static class MadeVocabulary
{
    public const int Words = 300_000;
    public const int Names = 80_000;

    // Zipf-Mandelbrot: the word of rank r is drawn 1 / (r + Shift) as often. The commonest then stands in about a third of the passages, as "said" does in news.
    private const double Shift = 30;
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";

    /// <summary>The word of a rank, in lower case.</summary>
    public static string Word(int rank) => Spell(rank, syllables: 2);

    /// <summary>A first and a last name.</summary>
    public static string Name(int rank) => $"{Capitalised(Spell(rank % 900, syllables: 2) + "n")} {Capitalised(Spell(rank, syllables: 2) + "sk")}";

    public static int RandomRank(Random random, int count) =>
        (int)(Shift * Math.Exp(random.NextDouble() * Math.Log((count + Shift) / Shift)) - Shift);

    public static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Spell(int rank, int syllables)
    {
        var spelled = new StringBuilder();
        for (; rank > 0 || syllables > 0; syllables--)
        {
            spelled.Append(Consonants[rank % Consonants.Length]);
            rank /= Consonants.Length;
            spelled.Append(Vowels[rank % Vowels.Length]);
            rank /= Vowels.Length;
        }

        return spelled.ToString();
    }
}
