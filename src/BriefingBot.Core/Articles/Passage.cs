namespace BriefingBot.Articles;

/// <summary>The unit of retrieval: whole sentences of one article that stand together.</summary>
public sealed record Passage
{
    /// <exception cref="ArgumentOutOfRangeException">The span is empty or ends past the article's text.</exception>
    public Passage(Article source, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfZero(span.Length, nameof(span));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, source.Text.Length, nameof(span));
        Source = source;
        Span = span;
    }

    public Article Source { get; }

    public TextSpan Span { get; }

    public ReadOnlySpan<char> Text => Source.Text.AsSpan(Span.Start, Span.Length);
}
