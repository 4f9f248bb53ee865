using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Cuts a sentence where what is said changes hands.</summary>
internal static class Clauses
{
    public static readonly FrozenSet<string> Contrasts = FrozenSet.Create("but", "although", "though", "while", "whereas", "yet", "however", ";");
    public static readonly FrozenSet<string> Boundaries = FrozenSet.Create(",", ";", ":", "—", "–", "(", ")", "that", "which", "who", "whom", "whose", "where", "when", "while", "but", "although", "because", "after", "before");

    /// <summary>The parts of a sentence that stand in contrast; the whole if there is no contrast.</summary>
    public static List<List<Word>> Contrasting(IReadOnlyList<Word> words, Wording? wording = null) =>
        wording is null ? Cut(words, Contrasts.Contains) : Cut(words, lower => wording.Is("contrasts", lower), wording.Tongue == Tongue.Korean);

    /// <summary>Whether two places stand in one clause.</summary>
    public static bool AreTogether(IReadOnlyList<Word> words, TextSpan one, TextSpan other) =>
        Cut(words, Boundaries.Contains).Exists(clause => clause.Exists(word => word.Span.Overlaps(one)) && clause.Exists(word => word.Span.Overlaps(other)));

    /// <summary>The stretch between two cuts that a word stands in, as a half-open range; a cutting word begins one.</summary>
    public static (int Start, int End) Around(IReadOnlyList<Word> words, int word, FrozenSet<string> cuts)
    {
        var start = word;
        while (start > 0 && !cuts.Contains(words[start].Lower))
        {
            start--;
        }

        var end = word + 1;
        while (end < words.Count && !cuts.Contains(words[end].Lower))
        {
            end++;
        }

        return (start, end);
    }

    // A word that cuts begins a part; in Korean, where it is the verb's ending, it ends one.
    private static List<List<Word>> Cut(IReadOnlyList<Word> words, Predicate<string> isCut, bool isAfter = false)
    {
        List<List<Word>> parts = [[]];
        foreach (var word in words)
        {
            if (!isAfter && isCut(word.Lower) && parts[^1].Count > 0)
            {
                parts.Add([]);
            }

            parts[^1].Add(word);
            if (isAfter && isCut(word.Lower))
            {
                parts.Add([]);
            }
        }

        parts.RemoveAll(part => part.Count == 0 && parts.Count > 1);
        return parts;
    }
}
