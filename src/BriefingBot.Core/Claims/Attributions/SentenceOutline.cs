namespace BriefingBot.Claims;

/// <summary>Where a sentence stands in its paragraph's tokens, [Start, End), and where its quoted words lie.</summary>
internal sealed class SentenceOutline
{
    private SentenceOutline(ArticleToken[] tokens, int start, int end)
    {
        Start = start;
        End = end;
        FirstQuoted = Array.FindIndex(tokens, start, end - start, token => token.IsQuoted);
        LastQuoted = Array.FindLastIndex(tokens, end - 1, end - start, token => token.IsQuoted);
    }

    public int Start { get; }

    public int End { get; }

    /// <summary>-1 where nothing is quoted.</summary>
    public int FirstQuoted { get; }

    public int LastQuoted { get; }

    public static SentenceOutline[] Of(ArticleToken[] tokens)
    {
        List<SentenceOutline> outlines = [];
        for (var start = 0; start < tokens.Length;)
        {
            var end = start;
            while (end < tokens.Length && tokens[end].Sentence == tokens[start].Sentence)
            {
                end++;
            }

            while (outlines.Count < tokens[start].Sentence)
            {
                outlines.Add(new SentenceOutline(tokens, start, end));
            }

            outlines.Add(new SentenceOutline(tokens, start, end));
            start = end;
        }

        return [.. outlines];
    }

    /// <summary>Whether the sentence has quoted words before and after a token: 0 to 3.</summary>
    public uint QuotedKind(int token) =>
        (FirstQuoted >= 0 && FirstQuoted < token ? 1u : 0) + (LastQuoted > token ? 2u : 0);

    /// <summary>Up to three.</summary>
    public uint CommasBefore(ArticleToken[] tokens, int token)
    {
        var commas = 0u;
        for (var i = Start; i < token && commas < 3; i++)
        {
            commas += tokens[i].Word == KnownWords.Comma ? 1u : 0;
        }

        return commas;
    }
}
