namespace BriefingBot.Articles;

/// <summary>What a stretch of an article's text is. Everything not marked is the story itself.</summary>
public enum PartKind
{
    Title,
    Standfirst,
    Byline,
    Date,
    Caption,
    Biography,
    ForeignHeadline,

    /// <summary>A note on what an earlier version said: its words repeat the error.</summary>
    Correction,
}

/// <summary>A marked stretch of an article's text.</summary>
public sealed record ArticlePart(TextSpan Span, PartKind Kind)
{
    /// <summary>Whether its words may be quoted as evidence. A standfirst may: it is the story in short.</summary>
    public bool IsEvidence => Kind is PartKind.Standfirst;
}
