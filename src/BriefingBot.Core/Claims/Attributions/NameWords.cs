using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>The words of <c>Data/name-words.tsv</c>.</summary>
internal static class NameWords
{
    private static readonly ILookup<string, string> Rows = WordList.Lines("Claims.Data.name-words.tsv").Select(line => line.Split('\t')).ToLookup(fields => fields[0], fields => fields[1]);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists =
        Rows.ToFrozenDictionary(row => row.Key, row => row.SelectMany(words => words.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>What ends the credit of a picture, the words of each.</summary>
    public static IReadOnlyList<string[]> Credits { get; } = [.. Rows["credit"].Select(credit => credit.Split(' '))];

    private static readonly FrozenSet<uint> CreditWords = Credits.SelectMany(words => words).Select(word => FeatureHash.Of(word)).ToFrozenSet();

    /// <summary>Whether one of them has the word, given by its hash.</summary>
    public static bool IsOfCredit(uint word) => CreditWords.Contains(word);

    /// <summary>In any case.</summary>
    public static bool Is(string list, string word) => Lists[list].Contains(word);
}
