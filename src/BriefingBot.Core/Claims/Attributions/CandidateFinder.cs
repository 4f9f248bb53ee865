namespace BriefingBot.Claims;

/// <summary>Runs both passes over a paragraph. Holds buffers, so not for two threads at once.</summary>
internal sealed class CandidateFinder(ChainModel cueModel, ChainModel roleModel)
{
    /// <summary>Less probable cues are not looked at.</summary>
    private const double LeastProbability = 0.08;

    /// <summary>From here on a cue counts as one when another's speaker and content are sought.</summary>
    private const double LikelyProbability = 0.35;

    private readonly Lattice cues = new(CueLabels.Automaton);
    private readonly Lattice roles = new(RoleLabels.Automaton);

    /// <summary>The most probable cue first, none overlapping.</summary>
    public List<AttributionCandidate> Find(TokenizedParagraph paragraph)
    {
        if (paragraph.Tokens.Length == 0)
        {
            return [];
        }

        cueModel.Score(new CueChain(paragraph), cues);
        cues.Infer(cueModel.States);
        cues.CountSteps(cueModel.States);
        var spans = CueFinder.Find(cues, LeastProbability);
        var likely = spans.Where(span => span.Probability >= LikelyProbability).Select(span => span.Span).ToList();
        return spans.ConvertAll(span => Describe(CollapsedParagraph.Of(paragraph, span.Span), span, likely));
    }

    private AttributionCandidate Describe(CollapsedParagraph paragraph, (TokenRange Span, double Probability) cue, List<TokenRange> likely)
    {
        roleModel.Score(new RoleChain(paragraph, likely), roles);
        roles.Infer(roleModel.States);
        var labels = roles.Best(roleModel.States);
        var speaker = labels.Contains(RoleLabels.Speaker) ? 1.0 : 0;
        var edges = labels.Contains(RoleLabels.Content) ? 1.0 : 0;
        for (var t = 0; t < labels.Length; t++)
        {
            var confidence = roles.LabelMarginals[(t * roles.Labels) + labels[t]];
            speaker = labels[t] == RoleLabels.Speaker ? Math.Min(speaker, confidence) : speaker;
            edges = IsContentEdge(labels, t) ? Math.Min(edges, confidence) : edges;
        }

        return new AttributionCandidate(
            cue.Span,
            cue.Probability,
            Array.ConvertAll(paragraph.NodeOf, node => labels[node]),
            Array.ConvertAll(paragraph.NodeOf, node => roles.LabelMarginals[(node * roles.Labels) + RoleLabels.Content]),
            speaker,
            edges);
    }

    private static bool IsContentEdge(int[] labels, int t) =>
        labels[t] == RoleLabels.Content
            ? t == 0 || t == labels.Length - 1 || labels[t - 1] != RoleLabels.Content || labels[t + 1] != RoleLabels.Content
            : (t > 0 && labels[t - 1] == RoleLabels.Content) || (t < labels.Length - 1 && labels[t + 1] == RoleLabels.Content);
}
