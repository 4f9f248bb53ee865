using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Turns labels of tokens into spans of the article.</summary>
internal static class AttributionSpans
{
    public static Attribution Of(TokenizedParagraph paragraph, AttributionCandidate candidate)
    {
        var tokens = paragraph.Tokens;
        var speakers = Runs(tokens, candidate.Labels, RoleLabels.Speaker);
        return new Attribution(
            speakers.Count > 0 ? speakers[0] : null,
            new TextSpan(tokens[candidate.Cue.Start].Start, tokens[candidate.Cue.End - 1].End),
            Runs(tokens, candidate.Labels, RoleLabels.Content),
            KindOf(tokens, candidate.Labels));
    }

    private static List<TextSpan> Runs(ArticleToken[] tokens, int[] labels, int label)
    {
        List<TextSpan> runs = [];
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == label)
            {
                var start = i;
                while (i + 1 < labels.Length && labels[i + 1] == label)
                {
                    i++;
                }

                runs.Add(new TextSpan(tokens[start].Start, tokens[i].End));
            }
        }

        return runs;
    }

    private static AttributionKind KindOf(ArticleToken[] tokens, int[] labels)
    {
        var quoted = 0;
        var plain = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var isWord = labels[i] == RoleLabels.Content && tokens[i].Shape < WordShape.Punctuation;
            quoted += isWord && tokens[i].IsQuoted ? 1 : 0;
            plain += isWord && !tokens[i].IsQuoted ? 1 : 0;
        }

        return quoted == 0 ? AttributionKind.Indirect : plain == 0 ? AttributionKind.Direct : AttributionKind.Mixed;
    }
}
