using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>The small words of <c>Data/role-words.tsv</c>.</summary>
internal static class RoleWords
{
    private const string Converse = "converse";

    private static readonly ILookup<string, string> Rows = WordList.Lines("Claims.Data.role-words.tsv").Select(line => line.Split('\t')).ToLookup(fields => fields[0], fields => fields[1]);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = Rows.Where(row => row.Key != Converse)
        .ToFrozenDictionary(row => row.Key, row => row.SelectMany(words => words.Split(' ')).ToFrozenSet());

    private static readonly List<FrozenSet<string>[]> Converses = [.. Rows[Converse].Select(row => row.Split(" / ").Select(side => side.Split(' ').Select(Sayings.Stem).ToFrozenSet()).ToArray())];

    public static bool Is(string list, string lower) => Lists[list].Contains(lower);

    /// <summary>Whether the word may stand between a verb's small words without changing whose they are.</summary>
    public static bool IsAdverb(string lower) => Is("adverb", lower) || Negation.IsNegator(lower) || (lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal));

    public static bool IsAuxiliary(string lower) => Is("be", lower) || Is("have", lower) || Is("modal", lower);

    /// <summary>Whether a word has the form of a past participle: lent, sued.</summary>
    public static bool IsParticiple(string lower) => !Is("noun", lower)
        && ((lower.Length > 3 && lower.EndsWith("ed", StringComparison.Ordinal)) || Is("unchanged", lower) || TermAnalyzer.IrregularForms(Sayings.Stem(lower)).Contains(lower));

    /// <summary>Whether who does the one has the other done to them.</summary>
    public static bool AreConverse(string term, string other) => Converses.Exists(sides => (sides[0].Contains(term) && sides[1].Contains(other)) || (sides[1].Contains(term) && sides[0].Contains(other)));
}
