namespace BriefingBot.Claims;

/// <summary>Finds which tokens are quotation marks, whether each opens or closes, and what stands between them.</summary>
internal static class QuotationMarks
{
    private enum Use
    {
        None,
        Opens,
        Closes,
        Either,
    }

    /// <param name="text">The article's text.</param>
    /// <param name="tokens">The tokens of one paragraph; their marks and quoted state are set.</param>
    /// <param name="isOpen">Whether the paragraph before left a quotation open.</param>
    /// <returns>Whether this paragraph leaves a quotation open.</returns>
    public static bool Mark(string text, Span<ArticleToken> tokens, bool isOpen)
    {
        var open = -1;
        var single = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            var use = UseOf(text, tokens[i], out var isSingle);
            if (use != Use.None && !(isSingle && open >= 0 && !single))
            {
                var opens = Opens(text, tokens, i, use, open >= 0);
                if (opens && (!isSingle || IsFollowedByWord(text, tokens[i])))
                {
                    tokens[i].Mark = 1;
                    single = isSingle;
                    open = i;
                }
                else if (!opens && (open >= 0 ? single == isSingle : !isSingle))
                {
                    Close(tokens, i, open, isOpen);
                    open = -1;
                    isOpen = false;
                }
            }

            tokens[i].IsQuoted |= open >= 0;
        }

        return LeaveOpen(tokens, open, single);
    }

    private static void Close(Span<ArticleToken> tokens, int mark, int open, bool isOpen)
    {
        tokens[mark].Mark = -1;
        tokens[mark].IsQuoted = open >= 0 || isOpen;
        for (var i = 0; i < mark && open < 0 && isOpen; i++)
        {
            tokens[i].IsQuoted = true;
        }
    }

    // A single mark that nothing closes was an apostrophe.
    private static bool LeaveOpen(Span<ArticleToken> tokens, int open, bool single)
    {
        for (var i = open; single && i >= 0 && i < tokens.Length; i++)
        {
            tokens[i].IsQuoted = false;
            tokens[i].Mark = 0;
        }

        return open >= 0 && !single;
    }

    // The space around a mark tells more than its glyph: ” is found opening, and German “ closes.
    private static bool Opens(string text, Span<ArticleToken> tokens, int i, Use use, bool isOpen)
    {
        var spaceBefore = tokens[i].Start == 0 || i == 0 || char.IsWhiteSpace(text[tokens[i].Start - 1]) || text[tokens[i].Start - 1] is '(' or '[' or '—';
        var spaceAfter = i == tokens.Length - 1 || char.IsWhiteSpace(text[tokens[i].End]);
        return use switch
        {
            Use.Opens => spaceBefore || !isOpen,
            Use.Closes => !isOpen && spaceBefore && !spaceAfter,
            _ when spaceBefore != spaceAfter => spaceBefore,
            _ => !isOpen,
        };
    }

    private static bool IsFollowedByWord(string text, in ArticleToken token) => token.End < text.Length && char.IsLetterOrDigit(text[token.End]);

    private static Use UseOf(string text, in ArticleToken token, out bool isSingle)
    {
        isSingle = false;
        var first = text[token.Start];
        if (token.End - token.Start == 2)
        {
            return first switch { '`' or '‘' => Use.Opens, '\'' or '’' when text[token.Start + 1] == first => Use.Either, _ => Use.None };
        }

        isSingle = first is '\'' or '‘' or '’' or '‚' or '‹' or '›' or '「' or '」' && first is not ('「' or '」');
        return token.End - token.Start != 1 ? Use.None : first switch
        {
            '"' or '＂' => Use.Either,
            '“' or '„' or '‟' or '«' or '「' or '『' => Use.Opens,
            '”' or '»' or '」' or '』' => Use.Closes,
            '\'' or '‚' => Use.Either,
            '‘' or '‹' => Use.Opens,
            '’' or '›' => Use.Closes,
            _ => Use.None,
        };
    }
}
