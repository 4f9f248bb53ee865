using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Finds whom a report takes its information from: "media reported that the agency said", "said the Courier, citing Yonhap".</summary>
internal static class Relays
{
    // "quoting the harbour master, Odo Fenn": the name may stand after the role.
    private const int FarthestNameInWords = 6;

    // "that the spy agency in Seoul had told them".
    private const int FarthestVerbInWords = 8;

    private static readonly FrozenSet<string> Citing = FrozenSet.Create("citing", "quoting", "cited", "quoted", "cites", "quotes");
    private static readonly FrozenSet<string> Openings = FrozenSet.Create("that", "how", "whether");
    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.Create("had", "has", "have", "was", "is");

    /// <summary>Where the words name whoever the speaker of a sentence, or the article itself, relies on; null if nobody named.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="words">Of the sentence.</param>
    /// <param name="speaker">Of the sentence, null where the article speaks in its own voice.</param>
    public static TextSpan? Source(string text, IReadOnlyList<Word> words, Speaker? speaker)
    {
        var quotations = Quotation.Spans(text, words[0].Span.Union(words[^1].Span));
        var plain = words.Where(word => !quotations.Exists(quotation => quotation.Contains(word.Span))).ToList();
        return Cited(plain) ?? (speaker is null ? null : Nested(plain, speaker));
    }

    // Whatever begins in lower case and has no name ("citing satellite pictures") is no speaker.
    private static TextSpan? Cited(List<Word> words)
    {
        var cue = words.FindIndex(word => Citing.Contains(word.Lower));
        for (var i = cue + 1; cue >= 0 && i < words.Count && i <= cue + FarthestNameInWords && words[i].Lower is not ("." or ";" or "that"); i++)
        {
            if (words[i].IsCapitalised)
            {
                return Name(words, i);
            }
        }

        return null;
    }

    // After the speaker's own verb: "that", a name or "the" body, and its verb of saying.
    private static TextSpan? Nested(List<Word> words, Speaker speaker)
    {
        var opening = words.FindIndex(word => word.Span.Start >= speaker.Cue.End && Openings.Contains(word.Lower));
        var start = opening + 1;
        if (opening < 0 || start >= words.Count || !(words[start].IsCapitalised || words[start].Lower == "the"))
        {
            return null;
        }

        var verb = words.FindIndex(start, Math.Min(FarthestVerbInWords, words.Count - start), word => word.IsMark || Sayings.IsSaying(word.Lower));
        var end = verb > start && Auxiliaries.Contains(words[verb - 1].Lower) ? verb - 1 : verb;
        if (end <= start || words[verb].IsMark || verb + 1 >= words.Count)
        {
            return null;
        }

        var isName = SpeakerWords.Kind(words[end - 1].Lower) is SpeakerWord.Organisation or SpeakerWord.Person || words[start..end].Exists(word => word.IsCapitalised);
        return isName ? words[start].Span.Union(words[end - 1].Span) : null;
    }

    // "Lantern News Agency"; "South Korea's spy agency" goes on to the noun.
    private static TextSpan Name(List<Word> words, int first)
    {
        var last = first;
        while (last + 1 < words.Count && words[last + 1].IsCapitalised)
        {
            last++;
        }

        for (var i = last + 1; i < words.Count && i <= last + 3 && !words[i].IsMark && words[last].Lower[^1] == 's'; i++)
        {
            if (SpeakerWords.Kind(words[i].Lower) is SpeakerWord.Organisation or SpeakerWord.Person)
            {
                last = i;
            }
        }

        return words[first].Span.Union(words[last].Span);
    }
}
