namespace BriefingBot.Claims;

/// <summary>Which candidates of a paragraph stand.</summary>
internal static class Verdicts
{
    // Chosen for exact F1 of cue, speaker and content together.
    private const double Threshold = 0.38;

    // A quotation that no one speaks is worth a less likely cue, down to here.
    private const double ThresholdOfLoneQuotation = 0.15;
    private const int ShortestLoneQuotationInTokens = 5;

    /// <summary>In the order of their cues, each with content.</summary>
    public static List<AttributionCandidate> Accepted(TokenizedParagraph paragraph, List<AttributionCandidate> candidates, Judge judge)
    {
        var judged = candidates.Where(candidate => candidate.HasContent)
            .Select(candidate => (Candidate: candidate, Probability: judge.Probability(CandidateFacts.Of(paragraph, candidates, candidate))))
            .OrderByDescending(verdict => verdict.Probability)
            .ToList();
        var accepted = judged.Where(verdict => verdict.Probability >= Threshold).Select(verdict => verdict.Candidate).ToList();
        foreach (var (candidate, probability) in judged)
        {
            if (probability is >= ThresholdOfLoneQuotation and < Threshold && SpeaksLoneQuotation(paragraph.Tokens, candidate, accepted))
            {
                accepted.Add(candidate);
            }
        }

        return [.. accepted.OrderBy(candidate => candidate.Cue.Start)];
    }

    private static bool SpeaksLoneQuotation(ArticleToken[] tokens, AttributionCandidate candidate, List<AttributionCandidate> accepted)
    {
        var lone = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var isSpoken = accepted.Exists(other => other.Labels[i] == RoleLabels.Content);
            lone += tokens[i].IsQuoted && candidate.Labels[i] == RoleLabels.Content && !isSpoken ? 1 : 0;
        }

        return candidate.HasSpeaker && lone >= ShortestLoneQuotationInTokens;
    }
}
