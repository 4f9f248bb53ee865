namespace BriefingBot.Articles;

/// <summary>Words of one article, unchanged. Holds where they stand, never a copy.</summary>
public sealed record Quote
{
    /// <exception cref="ArgumentOutOfRangeException">The span is empty or ends past the article's text.</exception>
    public Quote(Article source, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfZero(span.Length, nameof(span));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, source.Text.Length, nameof(span));
        Source = source;
        Span = span;
    }

    public Article Source { get; }

    public TextSpan Span { get; }

    public string Text => Source.Text[Span.Start..Span.End];
}
