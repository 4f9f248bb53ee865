using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Attributions;

/// <summary>Turns annotated articles into chains with labels.</summary>
internal static class PolNearChains
{
    /// <summary>Adds a paragraph's chain of cues and one chain of roles for each of its attributions.</summary>
    public static void Add(TokenizedParagraph paragraph, PolNearArticle article, float weight, List<TrainingChain> cueChains, List<TrainingChain> roleChains)
    {
        List<TokenRange> cues = [];
        List<(GoldAttribution Gold, TokenRange Cue)> here = [];
        foreach (var gold in article.Attributions)
        {
            if (Range(paragraph, gold.Cue[0]) is { } cue)
            {
                here.Add((gold, cue));
                if (!cues.Exists(other => other.Start < cue.End && cue.Start < other.End))
                {
                    cues.Add(cue);
                }
            }
        }

        cueChains.Add(CueExample(paragraph, cues, weight));
        roleChains.AddRange(here.Select(pair => RoleExample(paragraph, pair.Gold, pair.Cue, cues, weight)));
    }

    private static TrainingChain CueExample(TokenizedParagraph paragraph, List<TokenRange> cues, float weight)
    {
        var labels = new int[paragraph.Tokens.Length];
        foreach (var cue in cues)
        {
            Array.Fill(labels, CueLabels.Inside, cue.Start, cue.End - cue.Start);
            labels[cue.Start] = CueLabels.Begin;
        }

        return new TrainingChain(new CueChain(paragraph), labels, weight);
    }

    private static TrainingChain RoleExample(TokenizedParagraph paragraph, GoldAttribution gold, TokenRange cue, List<TokenRange> cues, float weight)
    {
        var collapsed = CollapsedParagraph.Of(paragraph, cue);
        var states = new int[collapsed.Nodes.Length];
        var state = 0;
        for (var i = 0; i < states.Length; i++)
        {
            TextSpan node = new(collapsed.Nodes[i].Start, collapsed.Nodes[i].End);
            var label = collapsed.Cue.Contains(i) ? RoleLabels.Cue
                : Covers(gold.Speaker, node) ? RoleLabels.Speaker
                : Covers(gold.Content, node) ? RoleLabels.Content
                : RoleLabels.Other;
            state = RoleLabels.Step(state, label) is var next and >= 0 ? next : RoleLabels.Step(state, RoleLabels.Other);
            states[i] = state;
        }

        return new TrainingChain(new RoleChain(collapsed, cues), states, weight);
    }

    private static bool Covers(IReadOnlyList<TextSpan> spans, TextSpan node) =>
        spans.Sum(span => Math.Max(0, Math.Min(span.End, node.End) - Math.Max(span.Start, node.Start))) * 2 >= node.Length;

    private static TokenRange? Range(TokenizedParagraph paragraph, TextSpan span)
    {
        var first = Array.FindIndex(paragraph.Tokens, token => token.End > span.Start && token.Start < span.End);
        var last = Array.FindLastIndex(paragraph.Tokens, token => token.End > span.Start && token.Start < span.End);
        return first < 0 ? null : new TokenRange(first, last + 1);
    }
}
