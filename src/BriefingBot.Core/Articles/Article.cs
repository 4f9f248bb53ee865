namespace BriefingBot.Articles;

/// <summary>One source text, decoded, its line ends normalised, otherwise unchanged.</summary>
public sealed record Article
{
    /// <param name="id">The article's own id, else its path in the corpus (with <c>#line</c> in a JSONL file).</param>
    /// <param name="title">May stand in the text or apart from it; empty if there is none.</param>
    /// <param name="text">What every span of this article points into.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="parts">The marked stretches, in any order, none overlapping another.</param>
    /// <exception cref="ArgumentException">The id is empty, or parts overlap.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part ends past the text.</exception>
    public Article(string id, string title, string text, Provenance provenance, IEnumerable<ArticlePart> parts)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(provenance);
        Id = id;
        Title = title;
        Text = text;
        Provenance = provenance;
        Parts = [.. parts.OrderBy(part => part.Span)];
        for (var i = 0; i < Parts.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(Parts[i].Span.End, text.Length, nameof(parts));
            if (i > 0 && Parts[i - 1].Span.Overlaps(Parts[i].Span))
            {
                throw new ArgumentException($"Parts {Parts[i - 1].Span} and {Parts[i].Span} overlap.", nameof(parts));
            }
        }
    }

    public string Id { get; }

    public string Title { get; }

    public string Text { get; }

    public Provenance Provenance { get; }

    /// <summary>Ordered by span.</summary>
    public IReadOnlyList<ArticlePart> Parts { get; }

    /// <summary>Whether no word of the span belongs to a caption, a biography, a headline or the like.</summary>
    public bool IsEvidence(TextSpan span) => !Parts.Any(part => !part.IsEvidence && part.Span.Overlaps(span));
}
