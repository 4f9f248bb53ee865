namespace BriefingBot.Articles;

/// <summary>Splits an article into passages: whole paragraphs, or sentences of a long one, that stand together.</summary>
public static class PassageSplitter
{
    // About 160 words: long enough to hold who, what and where, short enough that they belong together.
    private const int LongestInChars = 1100;

    // Shorter ends are added to the passage before.
    private const int ShortestInChars = 100;

    /// <summary>Spans in order, none overlapping, none holding a word of a caption, a biography, a headline or the like.</summary>
    public static IReadOnlyList<TextSpan> Split(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        List<TextSpan> passages = [];
        var start = 0;
        foreach (var part in article.Parts.Where(part => !part.IsEvidence))
        {
            SplitStretch(article.Text, start, part.Span.Start, passages);
            start = part.Span.End;
        }

        SplitStretch(article.Text, start, article.Text.Length, passages);
        return passages;
    }

    private static void SplitStretch(string text, int start, int end, List<TextSpan> passages)
    {
        var stretch = Paragraphs.Trim(text, start, end);
        if (stretch.Length == 0)
            return;

        var first = passages.Count;
        foreach (var unit in Units(text, stretch))
        {
            var last = passages.Count - 1;
            var fits = last >= first && unit.End - passages[last].Start <= LongestInChars;
            if (fits || (last >= first && Math.Min(unit.Length, passages[last].Length) < ShortestInChars))
                passages[last] = passages[last].Union(unit);
            else
                passages.Add(unit);
        }
    }

    /// <summary>Paragraphs, and the sentences of those that are too long.</summary>
    private static IEnumerable<TextSpan> Units(string text, TextSpan stretch)
    {
        foreach (var unit in Paragraphs.Split(text, stretch))
        {
            if (unit.Length <= LongestInChars)
            {
                yield return unit;
                continue;
            }

            foreach (var sentence in SentenceSplitter.Split(text, unit))
            {
                foreach (var piece in Pieces(text, sentence))
                    yield return piece;
            }
        }
    }

    /// <summary>A sentence without end, such as a table read as text, is cut between words.</summary>
    private static IEnumerable<TextSpan> Pieces(string text, TextSpan sentence)
    {
        var start = sentence.Start;
        while (sentence.End - start > 2 * LongestInChars)
        {
            var space = text.LastIndexOf(' ', start + LongestInChars, LongestInChars);
            var cut = space > start ? space : start + LongestInChars;
            cut -= char.IsLowSurrogate(text[cut]) && cut - 1 > start ? 1 : 0;
            yield return new TextSpan(start, cut);
            start = text[cut] == ' ' ? cut + 1 : cut;
        }

        yield return new TextSpan(start, sentence.End);
    }
}
