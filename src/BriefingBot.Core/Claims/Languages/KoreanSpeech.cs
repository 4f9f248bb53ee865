using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Reads one unit of a Korean article: X는 "…"라고 말했다, X는 …다고 밝혔다, X에 따르면 ….</summary>
internal static class KoreanSpeech
{
    public static SaidSpan? Read(string text, SpeechUnit unit, Wording wording)
    {
        var words = unit.Plain;
        var according = words.FindIndex(word => wording.Is("according", word.Lower));
        if (according > 0)
        {
            var cue = words[according].Span;
            return new SaidSpan(KoreanSpeaker.EndingAt(text, words, according - 1, wording), cue, [new TextSpan(cue.End, unit.Span.End)]);
        }

        var verb = words.FindLastIndex(word => wording.IsSaying(word.Lower));
        if (verb < 0)
        {
            return null;
        }

        var topic = KoreanSpeaker.Topic(text, words, verb, wording);
        return unit.Quotations.Count > 0 ? new SaidSpan(topic?.Phrase, words[verb].Span, unit.Quotations)
            : Reported(text, unit, words, verb, topic, wording);
    }

    private static SaidSpan? Reported(string text, SpeechUnit unit, List<Word> words, int verb, KoreanTopic? topic, Wording wording)
    {
        // What is reported ends in -다고, or, of a verdict, is all between the speaker and the verb.
        var that = words.FindLastIndex(verb, verb + 1, word => word.Span.End <= words[verb].Span.Start && wording.Is("that", word.Lower));
        var first = topic is not null && topic.End < (that < 0 ? verb : that) ? topic.End + 1 : 0;
        if (that < 0 && topic is null)
        {
            return null;
        }

        var end = that >= 0 ? words[that].Span.End - Particle(text, words[that].Span) : words[verb].Span.Start;
        var start = first < words.Count ? words[first].Span.Start : unit.Span.Start;
        return start < end ? new SaidSpan(topic?.Phrase, words[verb].Span, [new TextSpan(start, end)]) : null;
    }

    // 무너졌다고: what is said ends in 다.
    private static int Particle(string text, TextSpan word) => text[word.End - 1] == '고' ? 1 : 0;
}
