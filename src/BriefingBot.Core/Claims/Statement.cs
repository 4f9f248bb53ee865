using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>One sentence of an article, with who says it.</summary>
/// <param name="Source">The article.</param>
/// <param name="Span">The sentence.</param>
/// <param name="Paragraph">The paragraph it stands in.</param>
/// <param name="Speaker">Null where the article speaks in its own voice.</param>
/// <param name="HasQuotation">Whether some clause of it stands in quotation marks.</param>
internal sealed record Statement(Article Source, TextSpan Span, TextSpan Paragraph, Speaker? Speaker, bool HasQuotation)
{
    /// <summary>Whoever the speaker, or the article, takes it from: the agency of "media reported that the agency said"; null if nobody is named.</summary>
    public string? Relayed { get; init; }

    /// <summary>The note on an earlier version that it stands in; null in the story.</summary>
    public Correction? Correction { get; init; }

    /// <summary>The day it was written; null if none is.</summary>
    public DateOnly? Date => Correction?.Date ?? Source.Provenance.Published;

    public string Text => Source.Text[Span.Start..Span.End];
}
