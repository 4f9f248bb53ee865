using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>A sentence that may hold the answer.</summary>
/// <param name="Rank">Of its article, from 0.</param>
/// <param name="Keys">Its names and numbers.</param>
/// <param name="Features">As <see cref="FactFeatures"/> names them.</param>
internal sealed record FactCandidate(ClaimSentence Sentence, int Rank, FactKeys Keys, double[] Features);
