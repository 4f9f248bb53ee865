using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Tells which words stand in quotation marks.</summary>
internal static class Quotation
{
    private const string Opening = "“«„「『";
    private const string Closing = "”»」』";

    /// <summary>How many characters of a sentence stand inside quotation marks of its paragraph.</summary>
    public static int QuotedChars(string text, TextSpan paragraph, TextSpan sentence) =>
        Spans(text, paragraph).Sum(span => Math.Max(0, Math.Min(span.End, sentence.End) - Math.Max(span.Start, sentence.Start)));

    /// <summary>The span without a quotation mark at its start or end whose partner stands outside it.</summary>
    public static TextSpan WithoutLoneMarks(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        if (end - start > 1 && IsMark(text[start]) && !HoldsClosing(text, start + 1, end))
        {
            start++;
        }

        if (end - start > 1 && IsMark(text[end - 1]) && !HoldsOpening(text, start, end - 1))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static bool IsMark(char c) => c == '"' || Opening.Contains(c, StringComparison.Ordinal) || Closing.Contains(c, StringComparison.Ordinal);

    private static bool HoldsClosing(string text, int start, int end) => text.AsSpan(start, end - start).IndexOfAny('"', '”', '»') >= 0 || text.AsSpan(start, end - start).IndexOfAny('」', '』', '“') >= 0;

    private static bool HoldsOpening(string text, int start, int end) => text.AsSpan(start, end - start).IndexOfAny('"', '“', '«') >= 0 || text.AsSpan(start, end - start).IndexOfAny('「', '『', '„') >= 0;

    /// <summary>The quoted stretches of a paragraph, marks included.</summary>
    public static List<TextSpan> Spans(string text, TextSpan paragraph)
    {
        List<TextSpan> spans = [];
        var open = -1;
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            var opens = Opening.Contains(text[i], StringComparison.Ordinal);
            var closes = Closing.Contains(text[i], StringComparison.Ordinal) || (text[i] == '“' && open >= 0 && text[open] == '„');
            if (text[i] == '"')
            {
                (opens, closes) = (open < 0, open >= 0);
            }

            if (closes && open >= 0)
            {
                spans.Add(new TextSpan(open, i + 1));
                open = -1;
            }
            else if (opens && open < 0)
            {
                open = i;
            }
        }

        if (open >= 0)
        {
            spans.Add(new TextSpan(open, paragraph.End));
        }

        return spans;
    }
}
