namespace BriefingBot.Claims;

/// <summary>Finds cues from the first pass's probabilities.</summary>
internal static class CueFinder
{
    private const int LongestCueInTokens = 12;

    /// <summary>Spans at least as probable as <paramref name="threshold"/>, the most probable first, none overlapping.</summary>
    public static List<(TokenRange Span, double Probability)> Find(Lattice lattice, double threshold)
    {
        List<(TokenRange Span, double Probability)> spans = [];
        for (var start = 0; start < lattice.Length; start++)
        {
            AddSpansFrom(lattice, start, threshold, spans);
        }

        spans.Sort((a, b) => b.Probability != a.Probability ? b.Probability.CompareTo(a.Probability) : a.Span.Start.CompareTo(b.Span.Start));
        List<(TokenRange Span, double Probability)> chosen = [];
        foreach (var span in spans)
        {
            if (!chosen.Exists(other => other.Span.Start < span.Span.End && span.Span.Start < other.Span.End))
            {
                chosen.Add(span);
            }
        }

        return chosen;
    }

    // By the Markov property a span's probability is that of its first label times the steps through it and out of it.
    private static void AddSpansFrom(Lattice lattice, int start, double threshold, List<(TokenRange Span, double Probability)> spans)
    {
        var reached = lattice.LabelMarginals[(start * 3) + CueLabels.Begin];
        var label = CueLabels.Begin;
        for (var end = start + 1; reached >= threshold && end - start <= LongestCueInTokens; end++)
        {
            var goesOn = end == lattice.Length ? 0
                : lattice.PairMarginals[(((end * 3) + label) * 3) + CueLabels.Inside] / lattice.LabelMarginals[((end - 1) * 3) + label];
            if (reached * (1 - goesOn) >= threshold)
            {
                spans.Add((new TokenRange(start, end), reached * (1 - goesOn)));
            }

            reached *= goesOn;
            label = CueLabels.Inside;
        }
    }
}
