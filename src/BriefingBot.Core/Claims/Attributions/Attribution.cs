using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Whether the content is quoted.</summary>
public enum AttributionKind
{
    /// <summary>All of it stands in quotation marks.</summary>
    Direct,

    /// <summary>None of it does.</summary>
    Indirect,

    /// <summary>Some of it does.</summary>
    Mixed,
}

/// <summary>Who says what in an article. Every span points into the article's text.</summary>
/// <param name="Speaker">Null where the article names none: "it was reported that".</param>
/// <param name="Cue">The words that say so: said, according to, denied.</param>
/// <param name="Content">What is said, in order, none overlapping: two spans where the speaker stands inside it. Never empty.</param>
/// <param name="Kind">Direct, indirect or mixed.</param>
public sealed record Attribution(TextSpan? Speaker, TextSpan Cue, IReadOnlyList<TextSpan> Content, AttributionKind Kind)
{
    /// <summary>
    /// The name that the speaker goes by: in the speaker's own words, or the last fitting one of the article for a pronoun
    /// or a description. Null where none fits.
    /// </summary>
    public TextSpan? SpeakerName { get; init; }

    /// <summary>Whether the speaker is described and never named: "a senior official".</summary>
    public bool IsAnonymous { get; init; }
}
