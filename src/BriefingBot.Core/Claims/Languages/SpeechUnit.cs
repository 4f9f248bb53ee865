using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>A stretch of an article in which what is said and who says it stand together: a sentence, or several that one quotation runs through.</summary>
/// <param name="Plain">The words outside the quotations, without quotation marks.</param>
/// <param name="Quotations">With their marks; single quoted words left out.</param>
internal sealed record SpeechUnit(TextSpan Span, List<Word> Plain, List<TextSpan> Quotations)
{
    // Shorter ones are words held at a distance, titles and names.
    private const int ShortestQuotationInWords = 3;
    private const int MostWordsToVerb = 3;

    public static List<SpeechUnit> Of(string text, Wording wording)
    {
        List<SpeechUnit> units = [];
        List<TextSpan> sentences = [];
        foreach (var paragraph in Paragraphs.Split(text))
        {
            sentences.Clear();
            SentenceSplitter.SplitParagraph(text, paragraph, sentences);
            var quotations = Quotation.Spans(text, paragraph);
            for (var i = 0; i < sentences.Count; i++)
            {
                var span = sentences[i];
                while (i + 1 < sentences.Count && quotations.Exists(quotation => quotation.Start < span.End && quotation.End > sentences[i + 1].Start))
                {
                    span = span.Union(sentences[++i]);
                }

                units.Add(Unit(text, span, quotations.FindAll(quotation => span.Overlaps(quotation) && IsLong(text, quotation)), wording));
            }
        }

        return units;
    }

    private static SpeechUnit Unit(string text, TextSpan span, List<TextSpan> quotations, Wording wording)
    {
        List<TextSpan> said = [.. quotations.SelectMany(quotation => WithoutInserts(text, quotation, wording))];
        return new SpeechUnit(span, Words.Of(text, span).FindAll(word => !said.Exists(quotation => quotation.Contains(word.Span)) && !word.IsQuotationMark), said);
    }

    // «Мы знаем, — сказала Корн. — Мы проверяем»: the marks stand around the speaker too.
    private static IEnumerable<TextSpan> WithoutInserts(string text, TextSpan quotation, Wording wording)
    {
        var words = Words.Of(text, quotation);
        var start = quotation.Start;
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (!IsDash(words[i]) || !words[i - 1].IsMark || !words.Skip(i + 1).Take(MostWordsToVerb).TakeWhile(word => !word.IsMark).Any(word => wording.IsSaying(word.Lower)))
            {
                continue;
            }

            yield return new TextSpan(start, words[i - 1].Span.End);
            var end = words.FindIndex(i + 1, IsDash);
            if (end < 0)
            {
                yield break;
            }

            start = words[end].Span.End;
            i = end;
        }

        yield return new TextSpan(start, quotation.End);
    }

    private static bool IsDash(Word word) => word.Lower is "—" or "–" or "-";

    // Two words are enough where a comma and a dash say that they were spoken: «Плотина прорвана», — сказала Корн.
    private static bool IsLong(string text, TextSpan quotation) => text.AsSpan(quotation.Start, quotation.Length).Count(' ') + 1 is var words
        && (words >= ShortestQuotationInWords || (words > 1 && text.AsSpan(quotation.End) is [',', ' ', '—' or '–', ..]));
}
