namespace BriefingBot.Claims;

/// <summary>
/// A paragraph as the second pass sees it for one cue: each quotation is a single node, so that a speaker stands next to
/// what he says however long it is, and no label changes within it. Only a quotation around the cue itself stays open.
/// </summary>
internal sealed class CollapsedParagraph
{
    private static readonly uint Quotation = FeatureHash.Of("\"\"");

    private CollapsedParagraph(TokenizedParagraph paragraph, ArticleToken[] nodes, int[] nodeOf, TokenRange cue)
    {
        Source = paragraph;
        Nodes = nodes;
        NodeOf = nodeOf;
        Cue = new TokenRange(nodeOf[cue.Start], nodeOf[cue.End - 1] + 1);
    }

    public TokenizedParagraph Source { get; }

    public ArticleToken[] Nodes { get; }

    /// <summary>The node of each token of the paragraph.</summary>
    public int[] NodeOf { get; }

    /// <summary>In nodes.</summary>
    public TokenRange Cue { get; }

    public static CollapsedParagraph Of(TokenizedParagraph paragraph, TokenRange cue)
    {
        var tokens = paragraph.Describe();
        List<ArticleToken> nodes = new(tokens.Length);
        var nodeOf = new int[tokens.Length];
        for (var i = 0; i < tokens.Length;)
        {
            var end = EndOfQuotation(tokens, i);
            if (end > i && (end <= cue.Start || i >= cue.End))
            {
                Array.Fill(nodeOf, nodes.Count, i, end - i);
                nodes.Add(Node(tokens, i, end, end <= cue.Start));
                i = end;
                continue;
            }

            for (end = Math.Max(end, i + 1); i < end; i++)
            {
                nodeOf[i] = nodes.Count;
                nodes.Add(tokens[i]);
            }
        }

        return new CollapsedParagraph(paragraph, [.. nodes], nodeOf, cue);
    }

    // The start itself where none begins there.
    private static int EndOfQuotation(ArticleToken[] tokens, int start)
    {
        var end = start;
        while (end < tokens.Length && tokens[end].IsQuoted && (end == start || tokens[end].Mark != 1))
        {
            end++;
            if (tokens[end - 1].Mark == -1)
            {
                break;
            }
        }

        return end;
    }

    private static ArticleToken Node(ArticleToken[] tokens, int start, int end, bool isBeforeCue)
    {
        var closing = tokens[end - 1].Mark == -1 && end - start > 1 ? tokens[end - 2] : tokens[end - 1];
        var first = tokens[Math.Min(end - 1, start + 1)];
        return new ArticleToken
        {
            Start = tokens[start].Start,
            End = tokens[end - 1].End,
            Word = Quotation,
            Stem = FeatureHash.Mix(3, Quotation, closing.Shape == WordShape.Punctuation ? closing.Word : 0),
            Suffix = FeatureHash.Mix(4, (uint)first.Shape, (uint)Math.Min(6, int.Log2(end - start))),
            Shape = WordShape.Quotation,
            IsQuoted = true,
            Mark = 2,
            Sentence = isBeforeCue ? tokens[end - 1].Sentence : tokens[start].Sentence,
            Class = (ushort)(closing.Shape == WordShape.Punctuation ? 2003 : 2004),
        };
    }
}
