using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Reads one unit of a Ukrainian or Russian article: «…», — сказал X; X заявил, что …; по словам X, …; …, сообщили в полиции.</summary>
internal sealed class SlavicSpeech(Wording wording, SlavicSpeaker speakers)
{
    // "Заявила в понедельник вечером мэр Велграда Анна Корн, что": words from the verb to what it leads in.
    private const int MostWordsToThat = 12;
    private const int MostWordsFromQuotation = 4;

    public SaidSpan? Read(SpeechUnit unit)
    {
        var words = unit.Plain;
        if (According(unit, words) is { } according)
        {
            return according;
        }

        var verbs = words.Index().Where(word => wording.IsSaying(word.Item.Lower) && !IsOfNoSpeaker(words, word.Index)).Select(word => word.Index).ToList();
        foreach (var read in new[] { Quoted, That, Trailing, Object })
        {
            foreach (var verb in verbs)
            {
                if (read(unit, words, verb) is { } said)
                {
                    return said;
                }
            }
        }

        return Colon(unit, words);
    }

    // "Причину он не назвал: «Делать выводы рано»."
    private SaidSpan? Colon(SpeechUnit unit, List<Word> words)
    {
        var colon = words.FindIndex(word => word.Lower == ":" && unit.Quotations.Exists(quotation => quotation.Start >= word.Span.End && quotation.Start - word.Span.End <= 1));
        return colon > 0 && speakers.Before(Clause(words, colon).Left, isFeminine: null) is { } speaker ? new SaidSpan(speaker, words[colon - 1].Span, unit.Quotations) : null;
    }

    // "По словам мэра, ..." and "как сообщил мэр, ...": all the rest of the unit is said.
    private SaidSpan? According(SpeechUnit unit, List<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Lower is "по" or "за" && i + 2 < words.Count && wording.Is("possessives", words[i + 1].Lower) && wording.Is("according", words[i + 2].Lower))
            {
                return new SaidSpan(null, words[i].Span.Union(words[i + 2].Span), Around(unit.Span, words[i].Span.Start, words[i + 2].Span.End));
            }

            var isPhrase = words[i].Lower is "по" or "за" or "на" && wording.Is("according", words[i + 1].Lower);
            var isAs = words[i].Lower is "как" or "як" && (i == 0 || words[i - 1].IsMark) && wording.IsSaying(words[i + 1].Lower);
            var length = isPhrase || isAs ? 2 : words[i].Lower is "согласно" or "згідно" ? 1 : 0;
            if (length == 0)
            {
                continue;
            }

            var rest = words.GetRange(i + length, words.Count - i - length);
            if (speakers.Led(rest) is { } speaker)
            {
                return new SaidSpan(speaker, words[i].Span.Union(words[i + length - 1].Span), Around(unit.Span, words[i].Span.Start, EndOfClause(rest, unit.Span.End)));
            }
        }

        return null;
    }

    private SaidSpan? Quoted(SpeechUnit unit, List<Word> words, int verb)
    {
        var at = words[verb].Span;
        var near = unit.Quotations.FindAll(quotation => Between(words, quotation, at) <= (quotation.Start > at.End ? MostWordsToThat : MostWordsFromQuotation));
        if (near.Count == 0)
        {
            return null;
        }

        var isAfter = near.Exists(quotation => quotation.End <= at.Start);
        var (left, right) = Clause(words, verb);
        var isFeminine = IsFeminine(words[verb].Lower);
        var speaker = isAfter ? speakers.After(right, isFeminine) ?? speakers.Before(left, isFeminine)
            : speakers.Before(left, isFeminine) ?? speakers.After(right, isFeminine);
        return new SaidSpan(speaker, at, unit.Quotations);
    }

    private SaidSpan? That(SpeechUnit unit, List<Word> words, int verb)
    {
        for (var that = verb + 1; that < words.Count && that <= verb + MostWordsToThat; that++)
        {
            var isLedIn = words[that - 1].Lower == "," && (wording.Is("that", words[that].Lower) || words[that].Lower is "чтобы" or "щоб" or "якобы" or "нібито");
            if (!isLedIn && !(words[that].Lower == ":" && that + 1 < words.Count))
            {
                continue;
            }

            var (left, right) = Clause(words, verb);
            var isFeminine = IsFeminine(words[verb].Lower);
            var speaker = speakers.Before(left, isFeminine) ?? speakers.After(right, isFeminine);
            return new SaidSpan(speaker, words[verb].Span, [new TextSpan(words[that].Span.End, unit.Span.End)]);
        }

        return null;
    }

    // "Плотина прорвана, сообщили в полиции."
    private SaidSpan? Trailing(SpeechUnit unit, List<Word> words, int verb)
    {
        if (verb < 2 || !words[verb - 1].IsMark)
        {
            return null;
        }

        var (_, right) = Clause(words, verb);
        return speakers.After(right, IsFeminine(words[verb].Lower)) is { } speaker
            ? new SaidSpan(speaker, words[verb].Span, Around(unit.Span, words[verb - 1].Span.Start, EndOfClause(right, unit.Span.End)))
            : null;
    }

    // "Мэр опровергла прорыв плотины", "полиция сообщила о прорыве".
    private SaidSpan? Object(SpeechUnit unit, List<Word> words, int verb)
    {
        var (left, right) = Clause(words, verb);
        var isFeminine = IsFeminine(words[verb].Lower);
        var before = speakers.Before(left, isFeminine);
        var speaker = before ?? speakers.After([.. right.Take(MostWordsFromQuotation)], isFeminine);
        var start = before is null && speaker is not null ? speaker.Span.End : words[verb].Span.End;
        var isOfTheLast = words.Take(verb).Zip(words.Skip(1)).Any(pair => wording.Is("about", pair.First.Lower) && pair.Second.Lower is "це" or "цьому" or "этом" or "это" or "чем" or "що");
        return speaker is not null && start < unit.Span.End ? new SaidSpan(speaker, words[verb].Span, [new TextSpan(start, unit.Span.End)]) { IsOfTheLast = isOfTheLast } : null;
    }

    // "Говорится в заявлении" and "было сказано" name nobody; an infinitive after "чтобы" says nothing yet.
    private bool IsOfNoSpeaker(List<Word> words, int verb) =>
        wording.Is("that", verb > 0 ? words[verb - 1].Lower : "") && verb > 1 && !words[verb - 2].IsMark;

    private static (List<Word> Left, List<Word> Right) Clause(List<Word> words, int verb)
    {
        var start = verb;
        while (start > 0 && (!words[start - 1].IsMark || words[start - 1].Lower == "."))
        {
            start--;
        }

        // An apposition between commas belongs to its subject: "Анна Корн, мэр Велграда, заявила".
        if (start == verb && verb > 1 && words[verb - 1].Lower == ",")
        {
            for (start = verb - 1; start > 0 && (!words[start - 1].IsMark || words[start - 1].Lower == ","); start--)
            {
            }
        }

        var end = verb + 1;
        while (end < words.Count && !words[end].IsMark)
        {
            end++;
        }

        return (words.GetRange(start, verb - start), words.GetRange(verb + 1, end - verb - 1));
    }

    private static int Between(List<Word> words, TextSpan quotation, TextSpan verb) => quotation.Start > verb.Start
        ? words.Count(word => word.Span.Start >= verb.End && word.Span.End <= quotation.Start && !word.IsMark)
        : words.Count(word => word.Span.Start >= quotation.End && word.Span.End <= verb.Start && !word.IsMark);

    private static int EndOfClause(List<Word> words, int otherwise)
    {
        var mark = words.FindIndex(word => word.IsMark);
        return mark < 0 ? otherwise : words[mark].Span.End;
    }

    private static List<TextSpan> Around(TextSpan unit, int start, int end)
    {
        List<TextSpan> parts = [];
        if (start > unit.Start + 1)
        {
            parts.Add(new TextSpan(unit.Start, start));
        }

        if (end < unit.End)
        {
            parts.Add(new TextSpan(end, unit.End));
        }

        return parts;
    }

    // Past tenses tell it: сказала, сказав.
    private static bool? IsFeminine(string verb) => verb.EndsWith("ла", StringComparison.Ordinal) ? true
        : verb.EndsWith('л') || verb.EndsWith('в') ? false : null;
}
