using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>How firmly a sentence commits to each of its words, from its cues and negations and how far they reach.</summary>
internal static class FirmnessLevels
{
    // "..., the agency claimed on Friday, ...": so few words after the cue, and what it is a cue of stands before it.
    private const int MostWordsAfterTrailingCue = 4;

    // Korean negates after the verb, and a sentence's clauses stand without marks between them.
    private const int KoreanReachInWords = 2;

    private static readonly FrozenSet<string> NoNegation = FrozenSet.Create("only", "just", "merely", "least", "until");
    private static readonly FrozenSet<string> Complements = FrozenSet.Create("that", "whether", "if", "to", "of", "when", "where", "why", "how", "who", "what", "which");

    /// <param name="words">Of one sentence.</param>
    /// <returns>By word.</returns>
    public static Factuality[] Read(IReadOnlyList<Word> words)
    {
        var levels = new Factuality[words.Count];
        Array.Fill(levels, words.Count > 0 && IsQuestion(words) ? Factuality.Uncommitted : Factuality.Asserted);
        var cues = CuesOf(words);
        foreach (var cue in cues.Where(cue => cue.Level != Factuality.Asserted))
        {
            Lower(levels, words, cue.Span, ReachOf(words, cue), cue.Level);
        }

        // "Not resigned and not resigning": two denials of two things, not one of the other.
        var wording = Wording.OfWords(words);
        var denied = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (Negation.IsNegator(words[i].Lower, wording) && !(i + 1 < words.Count && NoNegation.Contains(words[i + 1].Lower)) && !cues.Exists(cue => cue.Span.Contains(words[i].Span)))
            {
                var clause = Clauses.Around(words, i, Clauses.Boundaries);
                denied.AsSpan(wording?.Tongue == Tongue.Korean ? Math.Max(clause.Start, i - KoreanReachInWords)..i : i..clause.End).Fill(true);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            levels[i] = denied[i] ? levels[i].Under(Factuality.Denied) : levels[i];
        }

        return levels;
    }

    /// <summary>The cues of a sentence, and its verbs of saying that commit to less than "said".</summary>
    public static List<Cue> CuesOf(IReadOnlyList<Word> words)
    {
        var wording = Wording.OfWords(words);
        var cues = CuePatterns.Find(words, wording?.Tongue ?? Tongue.English);
        foreach (var word in words)
        {
            if ((wording is null ? Sayings.LevelOfSaying(word.Lower) : wording.LevelOfSaying(word.Lower)) is { } level and not Factuality.Asserted && !cues.Exists(cue => cue.Span.Overlaps(word.Span)))
            {
                cues.Add(new Cue(Commitment.Hedged, word.Span, level));
            }
        }

        return cues;
    }

    private static void Lower(Factuality[] levels, IReadOnlyList<Word> words, TextSpan cue, (int Start, int End) reach, Factuality level)
    {
        for (var i = reach.Start; i < reach.End; i++)
        {
            levels[i] = cue.Contains(words[i].Span) ? levels[i] : levels[i].Under(level);
        }
    }

    /// <summary>The words a cue speaks of, as a half-open range.</summary>
    public static (int Start, int End) ReachOf(IReadOnlyList<Word> words, Cue cue)
    {
        var first = IndexOf(words, cue.Span.Start);
        var last = IndexOf(words, cue.Span.End - 1);
        var part = Clauses.Around(words, first, Clauses.Contrasts);
        var clause = Clauses.Around(words, first, Clauses.Boundaries);
        clause = (clause.Start, Math.Max(clause.End, last + 1));
        return clause.Start > part.Start && IsTrailing(words, last, clause.End) || WordsIn(words, clause) <= 1 + last - first ? part
            : cue.IsOfClause ? clause
            : (clause.Start, part.End);
    }

    private static bool IsTrailing(IReadOnlyList<Word> words, int cue, int end) =>
        WordsIn(words, (cue + 1, end)) <= MostWordsAfterTrailingCue
        && !Complements.Contains(words[cue].Lower)
        && !(end < words.Count && Complements.Contains(words[end].Lower))
        && !(cue + 1 < words.Count && Complements.Contains(words[cue + 1].Lower));

    private static int WordsIn(IReadOnlyList<Word> words, (int Start, int End) range)
    {
        var count = 0;
        for (var i = range.Start; i < range.End; i++)
        {
            count += words[i].IsMark ? 0 : 1;
        }

        return count;
    }

    private static int IndexOf(IReadOnlyList<Word> words, int at)
    {
        var i = 0;
        while (i + 1 < words.Count && words[i].Span.End <= at)
        {
            i++;
        }

        return i;
    }

    private static bool IsQuestion(IReadOnlyList<Word> words)
    {
        var last = words.Count - 1;
        while (last > 0 && words[last].IsMark && words[last].Lower != "?")
        {
            last--;
        }

        return words[last].Lower == "?";
    }
}
