namespace BriefingBot.Articles;

/// <summary>Finds the paragraphs of a text: its lines, or, where lines are wrapped by hand, what stands between blank lines.</summary>
internal static class Paragraphs
{
    // Hand-wrapped text has lines of 50 to 90 characters whose last word goes on in the next line.
    private const int ShortestWrapInChars = 50;
    private const int LongestWrapInChars = 90;
    private const int FewestWrappedLines = 4;

    /// <summary>Spans in order, without surrounding white space, none empty.</summary>
    public static List<TextSpan> Split(string text) => Split(text, new TextSpan(0, text.Length));

    /// <summary>The same of a stretch of the text, as if it stood alone.</summary>
    public static List<TextSpan> Split(string text, TextSpan within)
    {
        var lines = Lines(text, within);
        return IsWrapped(text, lines) ? Joined(text, lines) : lines;
    }

    private static List<TextSpan> Lines(string text, TextSpan within)
    {
        List<TextSpan> lines = [];
        for (var start = within.Start; start < within.End;)
        {
            var end = text.IndexOf('\n', start, within.End - start);
            end = end < 0 ? within.End : end;
            var span = Trim(text, start, end);
            if (span.Length > 0)
            {
                lines.Add(span);
            }

            start = end + 1;
        }

        return lines;
    }

    internal static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static bool IsWrapped(string text, List<TextSpan> lines)
    {
        var wrapped = 0;
        var longer = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            longer += lines[i].Length > LongestWrapInChars ? 1 : 0;
            wrapped += lines[i].Length is >= ShortestWrapInChars and <= LongestWrapInChars
                && !HasBlankLine(text, lines[i], lines[i + 1])
                && (char.IsLower(text[lines[i + 1].Start]) || char.IsLetter(text[lines[i].End - 1])) ? 1 : 0;
        }

        return wrapped >= FewestWrappedLines && wrapped > 4 * longer;
    }

    private static bool HasBlankLine(string text, TextSpan line, TextSpan next) =>
        text.AsSpan(line.End, next.Start - line.End).Count('\n') > 1;

    private static List<TextSpan> Joined(string text, List<TextSpan> lines)
    {
        List<TextSpan> paragraphs = [];
        foreach (var line in lines)
        {
            if (paragraphs.Count > 0 && !HasBlankLine(text, paragraphs[^1], line))
            {
                paragraphs[^1] = paragraphs[^1].Union(line);
            }
            else
            {
                paragraphs.Add(line);
            }
        }

        return paragraphs;
    }
}
