namespace BriefingBot.Answers.Verification;

/// <summary>A stretch of a sentence, inside quotation marks or outside.</summary>
internal readonly record struct TextPart(string Text, bool IsQuoted);

/// <summary>Parts a sentence at its quotation marks.</summary>
internal static class QuotedText
{
    /// <returns>In their order, the marks left out; null where a mark has no partner.</returns>
    public static List<TextPart>? Split(string text)
    {
        List<TextPart> parts = [];
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (ClosingOf(text, i) is not { } closing)
            {
                if (IsDouble(text[i]))
                {
                    return null;
                }

                continue;
            }

            var end = Closing(text, i, closing);
            if (end < 0)
            {
                // A single mark without a partner is an apostrophe: ’90s.
                if (IsDouble(text[i]))
                {
                    return null;
                }

                continue;
            }

            parts.Add(new TextPart(text[start..i], IsQuoted: false));
            parts.Add(new TextPart(text[(i + 1)..end], IsQuoted: true));
            start = end + 1;
            i = end;
        }

        parts.Add(new TextPart(text[start..], IsQuoted: false));
        return parts;
    }

    private static bool IsDouble(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂' or '「' or '」' or '『' or '』' or '‹' or '›';

    private static string? ClosingOf(string text, int at) => text[at] switch
    {
        '"' or '＂' => "\"＂”",
        '“' or '‟' or '”' => "”\"“",
        '„' => "“”\"",
        '«' => "»",
        '»' => "«",
        '「' => "」",
        '『' => "』",
        '‹' => "›",
        '‘' or '\'' or '’' when OpensWord(text, at) => "’'",
        _ => null,
    };

    private static int Closing(string text, int open, string closing)
    {
        var isSingle = text[open] is '‘' or '\'' or '’';
        for (var i = open + 1; i < text.Length; i++)
        {
            if (closing.Contains(text[i], StringComparison.Ordinal) && (!isSingle || (i > open + 1 && !IsInWord(text, i))))
            {
                return i;
            }

            if (isSingle && IsDouble(text[i]))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool OpensWord(string text, int at) => (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or ':' or ',') && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private static bool IsInWord(string text, int at) => at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
}
