namespace BriefingBot.Claims;

/// <summary>A possible attribution of one paragraph, before it is judged.</summary>
/// <param name="Cue">The cue's tokens.</param>
/// <param name="CueProbability">By the first pass.</param>
/// <param name="Labels">The second pass's best label of each token.</param>
/// <param name="ContentProbability">The second pass's probability that each token is content.</param>
/// <param name="SpeakerConfidence">The least probability of a label on the speaker's tokens; 0 without a speaker.</param>
/// <param name="ContentConfidence">The least probability of a label on the content's first and last tokens and beside them.</param>
internal sealed record AttributionCandidate(
    TokenRange Cue, double CueProbability, int[] Labels, double[] ContentProbability, double SpeakerConfidence, double ContentConfidence)
{
    public bool HasContent => Labels.Contains(RoleLabels.Content);

    public bool HasSpeaker => Labels.Contains(RoleLabels.Speaker);
}
