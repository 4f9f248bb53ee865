namespace BriefingBot.Articles;

/// <summary>Splits an article into passages.</summary>
public static class PassageSplitter
{
    /// <summary>Spans in order, none overlapping: the paragraphs of the text.</summary>
    public static IReadOnlyList<TextSpan> Split(Article article)
    {
        List<TextSpan> spans = [];
        for (var start = 0; start < article.Text.Length;)
        {
            var end = article.Text.IndexOf('\n', start);
            end = end < 0 ? article.Text.Length : end;
            if (end > start)
            {
                spans.Add(new TextSpan(start, end));
            }

            start = end + 1;
        }

        return spans;
    }
}
