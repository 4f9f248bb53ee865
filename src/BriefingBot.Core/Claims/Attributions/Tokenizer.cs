using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Splits a stretch of text into words and punctuation marks. What hangs on a word by an apostrophe, as in Kim's or we've, is a token of its own.</summary>
internal static class Tokenizer
{
    // Fewer than a token of news has with its space, so that a list seldom grows.
    private const int CharsAToken = 4;

    public static List<ArticleToken> Split(string text, TextSpan within)
    {
        List<ArticleToken> tokens = new(within.Length / CharsAToken);
        for (var i = within.Start; i < within.End;)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]))
            {
                i++;
                continue;
            }

            var end = End(text, i, within.End);
            tokens.Add(new ArticleToken { Start = i, End = end });
            i = end;
        }

        return tokens;
    }

    private static int End(string text, int start, int limit)
    {
        if (IsApostrophe(text[start]) && start > 0 && char.IsLetter(text[start - 1]) && EncliticLength(text, start, limit) is var length and > 0)
        {
            return start + length;
        }

        if (!char.IsLetterOrDigit(text[start]) && !char.IsSurrogate(text[start]))
        {
            return EndOfMark(text, start, limit);
        }

        var i = start + 1;
        while (i < limit && GoesOn(text, start, i, limit))
        {
            i++;
        }

        return i;
    }

    private static bool GoesOn(string text, int start, int i, int limit)
    {
        var c = text[i];
        if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
        {
            return true;
        }

        var beforeLetter = i + 1 < limit && char.IsLetterOrDigit(text[i + 1]);
        return c switch
        {
            '-' or '_' or '@' or '&' => beforeLetter,
            '\'' or '’' => beforeLetter && EncliticLength(text, i, limit) == 0,
            ',' or ':' => beforeLetter && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
            '.' => beforeLetter || (i - start >= 2 && text[i - 2] == '.') || IsInitial(text, start, i),
            _ => false,
        };
    }

    private static bool IsInitial(string text, int start, int stop) => stop - start == 1 && char.IsUpper(text[start]);

    // With its apostrophe; 0 where none begins there.
    private static int EncliticLength(string text, int apostrophe, int limit)
    {
        var end = apostrophe + 1;
        while (end < limit && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(apostrophe + 1, end - apostrophe - 1) is "s" or "S" or "m" or "d" or "re" or "ve" or "ll" ? end - apostrophe : 0;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    // Runs of one mark hang together: "...", "--", and '' which some papers print for a double quotation mark.
    private static int EndOfMark(string text, int start, int limit)
    {
        if (text[start] is not ('.' or '-' or '\'' or '`' or '’' or '‘'))
        {
            return start + 1;
        }

        var most = text[start] is '.' or '-' ? limit : Math.Min(limit, start + 2);
        var i = start + 1;
        while (i < most && text[i] == text[start])
        {
            i++;
        }

        return i;
    }
}
