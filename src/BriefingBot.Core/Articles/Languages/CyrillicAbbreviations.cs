using System.Collections.Frozen;

namespace BriefingBot.Articles;

/// <summary>Ukrainian and Russian words before a full stop that does not end a sentence: г. Москва, 5 млрд. рублей.</summary>
internal static class CyrillicAbbreviations
{
    private static readonly FrozenSet<string> Words = Set("abbreviations");
    private static readonly FrozenSet<string> Starters = Set("starters");

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    /// <param name="word">Before the stop.</param>
    /// <param name="next">After it; empty if that is no word.</param>
    public static bool Holds(string word, string next) => Words.Contains(word.ToLowerInvariant()) && !Starters.Contains(next.ToLowerInvariant());

    private static FrozenSet<string> Set(string list) => WordList.Lines("Articles.Data.cyrillic-sentences.tsv").Select(line => line.Split('\t'))
        .Where(fields => fields[0] == list).SelectMany(fields => fields[1].Split(' ')).ToFrozenSet();
}
