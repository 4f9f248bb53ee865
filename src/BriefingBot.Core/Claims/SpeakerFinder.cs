using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Finds the speaker of one sentence by the saying words of <c>Data/saying.tsv</c> and the words that stand beside them.</summary>
internal static class SpeakerFinder
{
    private const int LongestSpeakerInWords = 14;

    private static readonly FrozenSet<string> SpeakerAfter = Sayings("after");
    private static readonly FrozenSet<string> Sayings_ = Sayings("both");
    private static readonly FrozenSet<string> Anonymous = WordList.Set("Claims.Data.anonymous.txt").ToFrozenSet();

    // Words between a speaker and the verb: "Austin has also said".
    private static readonly FrozenSet<string> Between = FrozenSet.Create("has", "have", "had", "also", "later", "then", "previously", "earlier", "already", "repeatedly", "did", "not", "never", "publicly", "recently", "again", "who", "which", "that", "is", "was", "were", "been", "being", "quickly", "flatly", "falsely", "subsequently", "since", "on", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "himself", "herself", "itself", "reportedly", "only", "further", "simply", "now", "still", "first");
    private static readonly FrozenSet<string> ClauseStarts = FrozenSet.Create("that", "and", "but", "when", "while", "after", "before", "because", "as", "if", "although", "though", "since", "until", "where", "so", "or", "than");
    private static readonly FrozenSet<string> Verbs = FrozenSet.Create("is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might", "do", "does", "did", "means", "made", "came", "put", "went", "took", "asked");
    private static readonly FrozenSet<string> Pronouns = FrozenSet.Create("he", "she", "they", "it", "we", "i", "you", "who", "which", "this", "these", "those", "what");
    private static readonly FrozenSet<string> SpeakerLinks = FrozenSet.Create("of", "the", "a", "an", "for", "and", "in", "at", "'s", "’s", "to", "de", "von", "van", "al", "bin", "on");
    private static readonly FrozenSet<string> Roles = FrozenSet.Create("agency", "ministry", "minister", "president", "secretary", "spokesman", "spokeswoman", "spokesperson", "company", "government", "police", "union", "court", "office", "statement", "report", "official", "officials", "source", "sources", "authorities", "military", "army", "navy", "governor", "mayor", "chief", "director", "lawyer", "lawyers", "prosecutor", "prosecutors", "commission", "council", "department", "bank", "witness", "witnesses", "residents", "analysts", "experts", "researchers", "scientists", "investigators", "leader", "channel", "newspaper", "media", "group", "party", "operator", "owner", "firm", "association", "committee", "inspector", "inspectors", "captain", "commander", "engineer", "engineers", "doctor", "doctors", "hospital", "family", "study", "people", "others", "critics", "diplomats", "aide", "man", "woman", "coach", "professor", "ceo", "judge", "lawmakers", "senators", "alliance", "service", "harbourmaster", "harbormaster", "regulator", "board", "institute", "centre", "center");

    /// <param name="quoted">The quoted stretches of the paragraph.</param>
    /// <param name="previous">Who spoke last: what a pronoun may mean.</param>
    public static Speaker? Find(Article article, TextSpan sentence, IReadOnlyList<TextSpan> quoted, Func<Speaker?> previous)
    {
        var words = Words.Of(article.Text, sentence);
        Speaker? best = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (quoted.Any(span => span.Contains(words[i].Span)) || (i > 0 && words[i - 1].Lower == "to"))
            {
                continue;
            }

            var found = i + 1 < words.Count && SpeakerAfter.Contains($"{words[i].Lower} {words[i + 1].Lower}") ? Build(article, words, After(words, i + 2), words[i].Span.Union(words[i + 1].Span), previous)
                : Sayings_.Contains(words[i].Lower) ? Beside(article, words, i, previous)
                : null;
            if (found is not null && (best is null || (!best.IsNamed && found.IsNamed && best.Span.Start > found.Span.Start)))
            {
                best = found;
            }
        }

        return best;
    }

    private static Speaker? Beside(Article article, List<Word> words, int verb, Func<Speaker?> previous)
    {
        var before = Before(words, verb);
        var afterMark = verb > 0 && words[verb - 1].IsMark;
        var range = afterMark || before is null ? After(words, verb + 1) ?? before : before;
        return Build(article, words, range, words[verb].Span, previous);
    }

    private static (int First, int Last)? Before(List<Word> words, int verb)
    {
        var last = verb - 1;
        var isRelative = last > 0 && words[last].Lower is "which" or "who" && words[last - 1].Lower == ",";
        last -= isRelative ? 2 : 0;
        while (last >= 0 && Between.Contains(words[last].Lower))
        {
            last--;
        }

        // "Rutte, head of the alliance, said": step over what stands between the commas.
        if (last >= 0 && words[last].Lower == ",")
        {
            var comma = last - 1;
            while (comma >= 0 && words[comma].Lower != "," && last - comma < LongestSpeakerInWords)
            {
                comma--;
            }

            if (comma <= 0 || words[comma].Lower != ",")
            {
                return null;
            }

            last = comma - 1;
        }

        if (last < 0 || words[last].IsMark)
        {
            return null;
        }

        var first = last;
        while (first > 0 && !Pronouns.Contains(words[last].Lower) && last - first < LongestSpeakerInWords && !words[first - 1].IsMark && !ClauseStarts.Contains(words[first - 1].Lower) && !Verbs.Contains(words[first - 1].Lower) && !Sayings_.Contains(words[first - 1].Lower))
        {
            first--;
        }

        return (first, last);
    }

    private static (int First, int Last)? After(List<Word> words, int first)
    {
        var last = first - 1;
        while (last + 1 < words.Count && last - first < LongestSpeakerInWords && (words[last + 1].IsCapitalised || SpeakerLinks.Contains(words[last + 1].Lower) || Roles.Contains(words[last + 1].Lower) || Anonymous.Contains(words[last + 1].Lower) || (last < first + 2 && words[last + 1].Lower is "senior" or "spy" or "local" or "two" or "three" or "several" or "one" or "other" or "unnamed" or "his" or "her" or "its" or "their")))
        {
            last++;
        }

        while (last >= first && SpeakerLinks.Contains(words[last].Lower))
        {
            last--;
        }

        return last < first ? null : (first, last);
    }

    private static Speaker? Build(Article article, List<Word> words, (int First, int Last)? range, TextSpan cue, Func<Speaker?> previous)
    {
        if (range is not var (first, end))
        {
            return null;
        }

        while (first < end && (words[first].IsMark || words[first].Lower is "on" or "in" or "at" or "meanwhile" or "however" or "also" or "earlier" or "but" or "and" or "when" or "nor" or "if"))
        {
            first++;
        }

        var head = words.Skip(first).Take(end - first + 1).ToList();
        if (head.TrueForAll(word => ClauseStarts.Contains(word.Lower) || Between.Contains(word.Lower) || word.Lower is "when" or "asked"))
        {
            return null;
        }

        var span = head[0].Span.Union(head[^1].Span);
        if (head.Count == 1 && Pronouns.Contains(head[0].Lower))
        {
            var last = head[0].Lower is "he" or "she" or "it" or "they" ? previous() : null;
            var meant = last?.Name ?? Names.Before(article, span.Start, head[0].Lower);
            return meant is null ? null : new Speaker(span, meant, last?.IsNamed ?? true, cue);
        }

        var isNamed = head.Skip(head[0].Span.Start == words[0].Span.Start && !Names.IsName(article, head[0].Span) ? 1 : 0).Any(word => word.IsCapitalised);
        var isRole = head.Any(word => Roles.Contains(word.Lower) || Anonymous.Contains(word.Lower));
        return isNamed || isRole ? new Speaker(span, Names.Fullest(article, span), isNamed || !head.Any(word => Anonymous.Contains(word.Lower)), cue) : null;
    }

    private static FrozenSet<string> Sayings(string side) => WordList.Lines("Claims.Data.saying.tsv")
        .Select(line => line.Split('\t')).Where(fields => fields[1] == side).Select(fields => fields[0]).ToFrozenSet();
}
