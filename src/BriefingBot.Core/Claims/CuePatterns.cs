using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>How firmly a sentence commits to what it says, strongest cue first.</summary>
public enum Commitment
{
    /// <summary>The speaker does not know, cannot confirm or will not say.</summary>
    Uncommitted,

    /// <summary>The speaker says nothing about it.</summary>
    Silent,

    /// <summary>The speaker says it is not so.</summary>
    Refuted,

    /// <summary>Asserted, and the text says without support.</summary>
    Unsupported,

    /// <summary>Asserted as possible, planned, suspected or second-hand.</summary>
    Hedged,

    /// <summary>The speaker confirms it.</summary>
    Confirmed,

    /// <summary>Said without any cue.</summary>
    Asserted,
}

/// <param name="Span">The words in the article that show it.</param>
/// <param name="Level">What it leaves of what it speaks of.</param>
internal sealed record Cue(Commitment Commitment, TextSpan Span, Factuality Level)
{
    /// <summary>Whether it speaks of its own clause only, and not of the rest of the sentence.</summary>
    public bool IsOfClause { get; init; }

    /// <summary>Whether it says that what it speaks of is to come.</summary>
    public bool IsFuture { get; init; }
}

/// <summary>Finds the cues of one language's <c>Data/cues.tsv</c> in a sentence.</summary>
internal sealed class CuePatterns
{
    private const int LongestGapInWords = 3;

    private static readonly FrozenSet<string> Determiners = FrozenSet.Create("the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their");

    private static readonly FrozenDictionary<Tongue, CuePatterns> ByTongue = new Dictionary<Tongue, CuePatterns>
    {
        [Tongue.English] = new("cues"),
        [Tongue.Ukrainian] = new("cues-uk"),
        [Tongue.Russian] = new("cues-ru"),
        [Tongue.Korean] = new("cues-ko"),
    }.ToFrozenDictionary();

    // A pattern's first element decides where to try it.
    private readonly FrozenDictionary<string, Pattern[]> _byFirstWord;
    private readonly Pattern[] _byPrefix;

    private CuePatterns(string table)
    {
        List<Pattern> all = [.. WordList.Lines($"Claims.Data.{table}.tsv").Select(Parse)];
        _byFirstWord = all.SelectMany(pattern => pattern.Elements[0].Exact.Select(word => (word, pattern)))
            .GroupBy(entry => entry.word).ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.pattern).ToArray());
        _byPrefix = [.. all.Where(pattern => pattern.Elements[0].Prefixes.Length + pattern.Elements[0].Endings.Length > 0)];
    }

    private sealed record Pattern(Commitment Commitment, Factuality Level, bool IsOfClause, bool IsFuture, Element[] Elements);

    private sealed record Element(FrozenSet<string> Exact, string[] Prefixes, string[] Endings, bool AfterGap)
    {
        public bool Matches(string word) => Exact.Contains(word) || Prefixes.Any(prefix => word.StartsWith(prefix, StringComparison.Ordinal))
            || Endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>The cues of the words, in their order, none inside a longer one; none in a language whose claims are not read.</summary>
    public static List<Cue> Find(IReadOnlyList<Word> words, Tongue tongue = Tongue.English) =>
        ByTongue.TryGetValue(tongue, out var patterns) ? patterns.In(words) : [];

    private List<Cue> In(IReadOnlyList<Word> words)
    {
        List<Cue> cues = [];
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var pattern in _byFirstWord.GetValueOrDefault(words[i].Lower, []))
            {
                Try(pattern, words, i, cues);
            }

            foreach (var pattern in _byPrefix)
            {
                if (!pattern.Elements[0].Exact.Contains(words[i].Lower))
                {
                    Try(pattern, words, i, cues);
                }
            }
        }

        cues.RemoveAll(cue => cues.Exists(other => other.Span.Contains(cue.Span) && other.Span.Length > cue.Span.Length));
        return cues;
    }

    private static void Try(Pattern pattern, IReadOnlyList<Word> words, int start, List<Cue> cues)
    {
        if (Words.IsName(words, start) || !pattern.Elements[0].Matches(words[start].Lower))
        {
            return;
        }

        var at = start;
        foreach (var element in pattern.Elements.AsSpan(1))
        {
            var limit = Math.Min(words.Count - 1, at + 1 + (element.AfterGap ? LongestGapInWords : 0));
            var found = -1;
            for (var next = at + 1; next <= limit && found < 0 && !words[next].IsMark; next++)
            {
                found = element.Matches(words[next].Lower) ? next : -1;
            }

            if (found < 0)
            {
                return;
            }

            at = found;
        }

        // "Linked the plan to the agreement" plans nothing.
        if (words[at].Lower == "to" && at + 1 < words.Count && Determiners.Contains(words[at + 1].Lower))
        {
            return;
        }

        cues.Add(new Cue(pattern.Commitment, words[start].Span.Union(words[at].Span), pattern.Level) { IsOfClause = pattern.IsOfClause, IsFuture = pattern.IsFuture });
    }

    private static Pattern Parse(string line)
    {
        var fields = line.Split('\t');
        var isFuture = fields[0] == "future";
        var commitment = isFuture ? Commitment.Hedged : Enum.Parse<Commitment>(fields[0], ignoreCase: true);
        List<Element> elements = [];
        var gap = false;
        foreach (var part in fields[1].Split(' '))
        {
            if (part == "~")
            {
                gap = true;
                continue;
            }

            var words = part.Split('|');
            elements.Add(new Element(
                words.Where(word => !word.Contains('*', StringComparison.Ordinal)).ToFrozenSet(),
                [.. words.Where(word => word.EndsWith('*') && !word.StartsWith('*')).Select(word => word.TrimEnd('*'))],
                [.. words.Where(word => word.StartsWith('*')).Select(word => word.Trim('*'))],
                gap));
            gap = false;
        }

        var level = fields.Length > 2 ? Enum.Parse<Factuality>(fields[2], ignoreCase: true) : LevelOf(commitment);
        return new Pattern(commitment, level, fields.Length > 3 && fields[3] == "clause", isFuture, [.. elements]);
    }

    private static Factuality LevelOf(Commitment commitment) => commitment switch
    {
        Commitment.Refuted => Factuality.Denied,
        Commitment.Uncommitted or Commitment.Silent => Factuality.Uncommitted,
        Commitment.Unsupported or Commitment.Hedged => Factuality.Possible,
        _ => Factuality.Asserted,
    };
}
