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
        Cut(words, wording is null ? Contrasts.Contains : lower => wording.Is("contrasts", lower));

    /// <summary>Whether two places stand in one clause.</summary>
    public static bool AreTogether(IReadOnlyList<Word> words, TextSpan one, TextSpan other, Wording? wording = null) =>
        Cut(words, wording is null ? Boundaries.Contains : lower => wording.Is("boundaries", lower)).Exists(clause => clause.Exists(word => word.Span.Overlaps(one)) && clause.Exists(word => word.Span.Overlaps(other)));

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

    private static List<List<Word>> Cut(IReadOnlyList<Word> words, Predicate<string> isCut)
    {
        List<List<Word>> parts = [[]];
        foreach (var word in words)
        {
            if (isCut(word.Lower) && parts[^1].Count > 0)
            {
                parts.Add([]);
            }

            parts[^1].Add(word);
        }

        return parts;
    }
}
