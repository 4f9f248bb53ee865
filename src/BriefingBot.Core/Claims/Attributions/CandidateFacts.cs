namespace BriefingBot.Claims;

/// <summary>What the judge is told of a candidate: what the passes say of it, and how it stands to the others of its paragraph.</summary>
internal static class CandidateFacts
{
    public const int Count = 20;

    /// <summary>Each in about [-2, 2]. Their order is part of the weights' format.</summary>
    public static float[] Of(TokenizedParagraph paragraph, List<AttributionCandidate> candidates, AttributionCandidate candidate)
    {
        var tokens = paragraph.Tokens;
        var length = candidate.Labels.Count(label => label == RoleLabels.Content);
        var quoted = Enumerable.Range(0, tokens.Length).Count(i => IsQuotedContent(tokens, candidate, i));
        var rivals = Rivals(tokens, candidates, candidate);
        return
        [
            Logit(candidate.CueProbability),
            (float)candidate.CueProbability,
            candidate.HasContent ? 1 : 0,
            candidate.HasSpeaker ? 1 : 0,
            Logit(candidate.SpeakerConfidence),
            Logit(candidate.ContentConfidence),
            .. rivals,
            MathF.Log(1 + length) / 2,
            length == 0 ? 0 : (float)quoted / length,
            tokens[candidate.Cue.Start].IsQuoted ? 1 : 0,
            paragraph.Index == 0 ? 1 : 0,
            candidate.Cue.End - candidate.Cue.Start == 1 ? 1 : 0,
            quoted > 0 ? 1 : 0,
        ];
    }

    // Eight facts, each weighed by how probable the other candidate's cue is.
    private static float[] Rivals(ArticleToken[] tokens, List<AttributionCandidate> candidates, AttributionCandidate candidate)
    {
        double coveredByAny = 0, coveredByStronger = 0, sharedContent = 0, coversStronger = 0, sharedSpeaker = 0, sharedQuotation = 0, bestNear = 0;
        var near = 0;
        foreach (var other in candidates.Where(other => other != candidate))
        {
            var weight = other.CueProbability;
            var covers = weight * Mean(other.ContentProbability, candidate.Cue);
            coveredByAny = Math.Max(coveredByAny, covers);
            if (tokens[other.Cue.Start].Sentence == tokens[candidate.Cue.Start].Sentence)
            {
                near++;
                bestNear = Math.Max(bestNear, weight);
            }

            if (weight > candidate.CueProbability)
            {
                coveredByStronger = Math.Max(coveredByStronger, covers);
                coversStronger = Math.Max(coversStronger, weight * Mean(candidate.ContentProbability, other.Cue));
                sharedContent = Math.Max(sharedContent, weight * Shared(candidate, other, (own, i) => own.Labels[i] == RoleLabels.Content));
                sharedSpeaker = Math.Max(sharedSpeaker, weight * Shared(candidate, other, (own, i) => own.Labels[i] == RoleLabels.Speaker));
                sharedQuotation = Math.Max(sharedQuotation, weight * Shared(candidate, other, (own, i) => IsQuotedContent(tokens, own, i)));
            }
        }

        return
        [
            (float)coveredByAny, (float)coveredByStronger, (float)sharedContent, (float)coversStronger,
            (float)sharedSpeaker, (float)sharedQuotation, (float)bestNear, Math.Min(near, 3) / 2f,
        ];
    }

    private static bool IsQuotedContent(ArticleToken[] tokens, AttributionCandidate candidate, int token) =>
        candidate.Labels[token] == RoleLabels.Content && tokens[token].IsQuoted;

    private static float Logit(double p) => (float)(Math.Log((p + 0.002) / (1 - p + 0.002)) / 3);

    private static double Mean(double[] values, TokenRange range)
    {
        var sum = 0.0;
        for (var i = range.Start; i < range.End; i++)
        {
            sum += values[i];
        }

        return sum / (range.End - range.Start);
    }

    // The share of the candidate's tokens of a kind that are the other's too.
    private static double Shared(AttributionCandidate candidate, AttributionCandidate other, Func<AttributionCandidate, int, bool> isOfKind)
    {
        var own = 0;
        var both = 0;
        for (var i = 0; i < candidate.Labels.Length; i++)
        {
            var isOwn = isOfKind(candidate, i);
            own += isOwn ? 1 : 0;
            both += isOwn && isOfKind(other, i) ? 1 : 0;
        }

        return own == 0 ? 0 : (double)both / own;
    }
}
