using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>One word or mark of a sentence.</summary>
/// <param name="Lower">Lower case, as the cue files are.</param>
internal readonly record struct Word(TextSpan Span, string Lower, bool IsCapitalised)
{
    public bool IsMark => !char.IsLetterOrDigit(Lower[0]);

    public bool IsPossessive => Lower.EndsWith("'s", StringComparison.Ordinal) || Lower.EndsWith("’s", StringComparison.Ordinal);

    public bool IsQuotationMark => Lower is "«" or "»" or "“" or "”" or "„" or "\"" or "'" or "‘" or "’";
}

/// <summary>Splits text into words and marks, keeping where they stand.</summary>
internal static class Words
{
    /// <summary>Whether "may" or "will" is a name: the month of May, Will Dorn.</summary>
    public static bool IsName(IReadOnlyList<Word> words, int at) => words[at].IsCapitalised && words[at].Lower is "may" or "will"
        && ((at > 0 && !words[at - 1].IsMark) || (at + 1 < words.Count && words[at + 1].IsCapitalised && words[^1].Lower != "?"));

    public static List<Word> Of(string text, TextSpan within)
    {
        List<Word> words = [];
        for (var i = within.Start; i < within.End;)
        {
            var start = i;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (i < within.End && IsInWord(text, i, within.End))
                {
                    i++;
                }
            }
            else
            {
                i++;
                if (char.IsWhiteSpace(text[start]))
                {
                    continue;
                }
            }

            words.Add(new Word(new TextSpan(start, i), text[start..i].ToLowerInvariant(), char.IsUpper(text[start])));
        }

        return words;
    }

    private static bool IsInWord(string text, int at, int limit) =>
        char.IsLetterOrDigit(text[at]) || text[at] is >= '\u0300' and <= '\u036F' // й as и and its mark
        || (text[at] is '\'' or '’' or '-' or '‑' or '&' && at + 1 < limit && char.IsLetterOrDigit(text[at + 1]))
        || (text[at] is '.' or ',' && at + 1 < limit && char.IsLetterOrDigit(text[at - 1]) && (char.IsDigit(text[at + 1]) || IsInitials(text, at, limit)));

    // The inner points of U.S. and a.m., and the last one too.
    private static bool IsInitials(string text, int at, int limit) =>
        text[at] == '.' && char.IsLetter(text[at - 1]) && (at < 2 || !char.IsLetterOrDigit(text[at - 2]))
        && char.IsLetter(text[at + 1]) && (at + 2 >= limit || !char.IsLetterOrDigit(text[at + 2]));
}
