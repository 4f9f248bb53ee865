using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Answers.Verification;

/// <summary>The lists of <c>Data/draft-words.tsv</c>.</summary>
internal static class DraftWords
{
    private static readonly string[][] Rows = [.. WordList.Lines("Answers.Verification.Data.draft-words.tsv").Select(line => line.Split('\t'))];
    private static readonly FrozenSet<string> Starters = WordList.Set("Articles.Data.sentence-starters.txt").ToFrozenSet();
    private static readonly FrozenSet<string> Framing = Set("framing");
    private static readonly FrozenSet<string> Strict = Set("strict");
    private static readonly FrozenSet<string> Personal = Set("personal");
    private static readonly FrozenSet<string> Address = Set("address");
    private static readonly FrozenDictionary<string, int> Months = Rows.Where(row => row[0] == "months")
        .SelectMany(row => row[1].Split(' ').Select((name, i) => (name, Month: i + 1))).DistinctBy(pair => pair.name).ToFrozenDictionary(pair => pair.name, pair => pair.Month);

    public static bool IsFraming(string lower) => Framing.Contains(lower);

    public static bool IsStrict(string lower) => Strict.Contains(lower);

    /// <summary>Whether the first word of a sentence tells its reader to do something.</summary>
    public static bool IsAddress(string lower) => Address.Contains(lower);

    /// <summary>Whether it stands for whoever writes or reads.</summary>
    public static bool IsPersonal(string lower) => Personal.Contains(lower);

    public static bool IsStarter(string lower) => Starters.Contains(lower);

    /// <returns>1 to 12; 0 if it is no month.</returns>
    public static int Month(string lower) => Months.GetValueOrDefault(lower.TrimEnd('.'));

    private static FrozenSet<string> Set(string list) => Rows.Where(row => row[0] == list).SelectMany(row => row[1].Split(' ')).ToFrozenSet();
}
