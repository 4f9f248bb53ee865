using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Whoever a sentence quotes.</summary>
/// <param name="Span">Where the article names them, next to the cue.</param>
/// <param name="Name">As shown: the fullest form of the name that the article uses up to there.</param>
/// <param name="IsNamed">False for "a senior official", "sources", "media".</param>
/// <param name="Cue">The words that say so: "said", "according to".</param>
/// <param name="Content">What they are quoted with, directly or not.</param>
public sealed record Speaker(TextSpan Span, string Name, bool IsNamed, TextSpan Cue, IReadOnlyList<TextSpan> Content);
