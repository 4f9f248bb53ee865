using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Cuts Ukrainian and Russian words to what their forms share.</summary>
/// <remarks>
/// A light stemmer after the Russian one of Snowball (snowballstem.org/algorithms/russian), with one table of endings for both languages:
/// a word alone does not tell which it is of, and all its forms must be cut alike.
/// </remarks>
internal static class CyrillicStemmer
{
    private const int ShortestStem = 3;
    private const string Vowels = "аеєиіїоуыэюя";

    private static readonly FrozenSet<string> Endings = Words("ending");
    private static readonly FrozenSet<string> Suffixes = Words("suffix");
    private static readonly int LongestEnding = Endings.Max(ending => ending.Length);
    private static readonly FrozenDictionary<string, string> Bases = WordList.Lines("Retrieval.Data.cyrillic-forms.txt").Select(line => line.Split(' '))
        .SelectMany(stems => stems.Skip(1).Select(form => (form, stems[0]))).ToFrozenDictionary(pair => pair.form, pair => pair.Item2);

    public static bool IsCyrillic(string word) => word[0] is >= '\u0400' and <= '\u04FF';

    /// <param name="word">Lower case, without apostrophes.</param>
    public static string Stem(string word)
    {
        var plain = word.Replace('ё', 'е');
        plain = Reflexive(plain);
        var stem = WithoutSuffix(plain[..^Cut(plain, Endings, LongestEnding)]);
        var end = stem.Length;
        while (end > ShortestStem && (stem[end - 1] is 'ь' or 'й' || Vowels.Contains(stem[end - 1])))
            end--;
        stem = Even(stem[..end]);
        return Bases.GetValueOrDefault(stem, stem);
    }

    private static string Reflexive(string word) =>
        word.Length > ShortestStem + 3 && (word.EndsWith("ся", StringComparison.Ordinal) || word.EndsWith("сь", StringComparison.Ordinal)) ? word[..^2] : word;

    private static string WithoutSuffix(string stem) => stem[..^Cut(stem, Suffixes, longest: 4)];

    /// <summary>The length of the longest ending in the table that leaves a stem.</summary>
    private static int Cut(string word, FrozenSet<string> endings, int longest)
    {
        for (var length = Math.Min(longest, word.Length - ShortestStem); length > 0; length--)
        {
            if (endings.Contains(word[^length..]))
                return length;
        }

        // Two letters stay of "юга", none of США.
        return word.Length == ShortestStem && Vowels.Contains(word[^1]) && (Vowels.Contains(word[0]) || Vowels.Contains(word[1])) ? 1 : 0;
    }

    // Double н of participles; Ukrainian розвідка, у розвідці; дорога, на дорозі.
    private static string Even(string stem) =>
        stem.Length <= ShortestStem ? stem
        : stem.EndsWith("нн", StringComparison.Ordinal) ? stem[..^1]
        : stem[^1] == 'ц' ? stem[..^1] + 'к'
        : stem[^1] == 'з' ? stem[..^1] + 'г'
        : stem;

    private static FrozenSet<string> Words(string kind) => WordList.Lines("Retrieval.Data.cyrillic-endings.tsv").Select(line => line.Split('\t'))
        .Where(fields => fields[0] == kind).SelectMany(fields => fields[1].Split(' ')).ToFrozenSet();
}
