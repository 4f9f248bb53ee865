using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>The lists of <c>Data/function-words.tsv</c>.</summary>
internal static class FunctionWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = WordList.Lines("Claims.Data.function-words.tsv").Select(line => line.Split('\t'))
        .ToFrozenDictionary(fields => fields[0], fields => fields[1].Split(' ').ToFrozenSet());

    /// <summary>Whether a word, in lower case, is of a list.</summary>
    public static bool Is(string list, string lower) => Lists[list].Contains(lower);

    public static bool IsAuxiliary(string lower) => Is("be", lower) || Is("have", lower) || Is("do", lower) || Is("modal", lower);
}
