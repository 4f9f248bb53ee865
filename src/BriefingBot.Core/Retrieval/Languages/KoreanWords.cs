using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Tells the part of a Korean word that its forms share: without particles and the endings of 하다 and 되다.</summary>
internal static class KoreanWords
{
    private const char FirstSyllable = '\uAC00';
    private const char LastSyllable = '\uD7A3';
    private const int Finals = 28; // syllables of one initial and vowel, the first without a final consonant
    private const int ShortestStem = 2;
    private const int MostEndings = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = Words("particle");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Copulas = Words("copula");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterConsonant = Words("after-consonant");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterVowel = Words("after-vowel");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopWords = Words("stop");
    private static readonly FrozenDictionary<char, char> Contracted = WordList.Lines("Retrieval.Data.korean-words.tsv").Select(line => line.Split('\t'))
        .Where(fields => fields[0] == "contracted").SelectMany(fields => fields[1].Split(' ')).SelectMany(group => group[1..].Select(form => (form, group[0])))
        .ToFrozenDictionary(pair => pair.form, pair => pair.Item2);

    private static readonly int LongestEnding = Particles.Set.Max(ending => ending.Length);

    public static bool IsHangul(char c) => c is >= FirstSyllable and <= LastSyllable;

    /// <summary>Too common to search for; a single syllable is.</summary>
    public static bool IsStopWord(ReadOnlySpan<char> word) =>
        word.Length < ShortestStem || StopWords.Contains(word) || (StemLength(word) is var length && (length < ShortestStem || StopWords.Contains(word[..length])));

    /// <summary>How many syllables from its start are the stem.</summary>
    public static int StemLength(ReadOnlySpan<char> word)
    {
        var length = word.Length - CopulaLength(word);
        for (var i = 0; i < MostEndings && EndingLength(word[..length]) is var ending and > 0; i++)
            length -= ending;
        return length;
    }

    /// <summary>The syllable of a verb's stem that a past or modifying form has drawn together: 지 of 졌, 져, 진 and 질.</summary>
    public static char Plain(char syllable) => Contracted.GetValueOrDefault(syllable, syllable);

    /// <summary>Whether a syllable ends in a consonant.</summary>
    public static bool HasFinal(char syllable) => (syllable - FirstSyllable) % Finals != 0;

    // 원인가요: "is" may leave one syllable.
    private static int CopulaLength(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(LongestEnding, word.Length - 1); length > 1; length--)
        {
            if (Copulas.Contains(word[^length..]))
                return length;
        }

        return 0;
    }

    private static int EndingLength(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(LongestEnding, word.Length - ShortestStem); length > 0; length--)
        {
            var ending = word[^length..];
            if (Particles.Contains(ending) || (HasFinal(word[^(length + 1)]) ? AfterConsonant : AfterVowel).Contains(ending))
                return length;
        }

        return 0;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string kind) =>
        WordList.Lines("Retrieval.Data.korean-words.tsv").Select(line => line.Split('\t'))
            .Where(fields => fields[0] == kind).SelectMany(fields => fields[1].Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
