using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>A value that may be the one its article gives.</summary>
/// <param name="Features">As <see cref="ValueFeatures"/> names them.</param>
internal sealed record ValueCandidate(ClaimSentence Sentence, Value Value, double[] Features);
