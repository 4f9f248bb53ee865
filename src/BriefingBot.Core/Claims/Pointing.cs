using System.Collections.Frozen;

namespace BriefingBot.Claims;

/// <summary>Tells what a doubt or a denial is of where it does not say so itself: "I can't confirm those reports", "Hahn denied that".</summary>
internal static class Pointing
{
    // "cannot confirm it", "it is not true".
    private const int ReachOfItInWords = 4;
    private const int LongestTopicInWords = 8;
    private const int ShortestContentWord = 4;

    private static readonly FrozenSet<string> Pointers = FrozenSet.Create("this", "those", "these", "such");
    private static readonly FrozenSet<string> Nouns = FrozenSet.Create("reports", "report", "claim", "claims", "allegation", "allegations", "account", "story", "rumours", "rumors", "footage", "video", "clip", "pictures", "images", "charge", "charges");
    private static readonly FrozenSet<string> Openings = FrozenSet.Create("about", "on", "regarding", "concerning", "whether", "over");
    private static readonly FrozenSet<string> Ends = FrozenSet.Create("at", "when", "after", "before", "said", "replied", "that");

    /// <summary>Whether some word points back to what was said before.</summary>
    /// <param name="cue">The doubt or denial; null if there is none.</param>
    public static bool IsBack(List<Word> words, Cue? cue)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var lower = words[i].Lower;
            var isIt = lower == "it" && !(cue is not null && IsSomethingElse(words, i, cue)) && (i == 0 || cue is null || (words[i].Span.Start >= cue.Span.Start && i - words.FindIndex(word => word.Span.Start >= cue.Span.Start) <= ReachOfItInWords));
            if (isIt || Pointers.Contains(lower) || (Nouns.Contains(lower) && !IsAnother(words, i)) || (lower == "that" && (i + 1 == words.Count || words[i + 1].IsMark)))
            {
                return true;
            }
        }

        return false;
    }

    // "It rejected a plan", "they denied taking it", "denied that it knew": it is whoever denies, or stands in what is denied.
    private static bool IsSomethingElse(List<Word> words, int it, Cue cue)
    {
        var isBefore = words[it].Span.End <= cue.Span.Start;
        var between = words.FindAll(word => isBefore ? word.Span.Start >= words[it].Span.End && word.Span.Start < cue.Span.End : word.Span.Start >= cue.Span.End && word.Span.End <= words[it].Span.Start);
        return isBefore ? !between.Exists(word => FunctionWords.Is("be", word.Lower))
            : between.Exists(word => word.Lower == "that" || word.Lower.EndsWith("ing", StringComparison.Ordinal));
    }

    // "The TV Chosun report", "one broadcaster's claim": not what was said just before.
    private static bool IsAnother(List<Word> words, int noun) =>
        (noun > 0 && words[noun - 1].IsCapitalised && !words[noun - 1].Lower.EndsWith('s') && words[noun - 1].Span.Start > words[0].Span.Start)
        || (noun > 1 && words[noun - 2].Lower is "a" or "an" or "one" && words[noun - 1].Lower.EndsWith('s'));

    /// <summary>Whether the words name what the doubt is of, and it is nothing of the claim: "asked about North Korean troops, she had nothing".</summary>
    /// <param name="isOfClaim">Whether a word says something of what the claim says.</param>
    public static bool NamesAnother(List<Word> words, Predicate<Word> isOfClaim)
    {
        var names = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (!Openings.Contains(words[i].Lower))
            {
                continue;
            }

            var end = i + 1;
            while (end < words.Count && end - i <= LongestTopicInWords && !words[end].IsMark && !Ends.Contains(words[end].Lower))
            {
                end++;
            }

            var topic = words[(i + 1)..end];
            if (topic.Exists(isOfClaim) || topic.Exists(word => Pointers.Contains(word.Lower) || Nouns.Contains(word.Lower)))
            {
                return false;
            }

            names |= !IsTime(topic) && topic.Exists(word => word.Lower.Length >= ShortestContentWord);
        }

        return names;
    }

    // "On Saturday", "on 1 July".
    private static bool IsTime(List<Word> topic) => topic.Count > 0 && topic.TrueForAll(word => char.IsDigit(word.Lower[0]) || SpeakerWords.Kind(word.Lower) == SpeakerWord.Place);
}
