using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>
/// Joins quotations that run over paragraphs: no mark closes before the next paragraph's opening one, so all of it is said
/// by the one who is named in the first or in the last of them.
/// </summary>
internal static class Continuations
{
    /// <param name="paragraphs">Of one article.</param>
    /// <param name="found">What each paragraph says by itself, in order.</param>
    public static List<Attribution> Join(IReadOnlyList<TokenizedParagraph> paragraphs, IReadOnlyList<List<Attribution>> found)
    {
        for (var p = 0; p + 1 < paragraphs.Count; p++)
        {
            if (RunsOn(paragraphs[p], paragraphs[p + 1]) && OpenQuotation(paragraphs[p]) is { } open)
            {
                Join(open, FirstQuotation(paragraphs[p + 1]), found[p], found[p + 1]);
            }
        }

        return [.. found.SelectMany(attributions => attributions)];
    }

    /// <summary>Whether a quotation of the first paragraph is still open where the next one begins with a quotation.</summary>
    public static bool RunsOn(TokenizedParagraph paragraph, TokenizedParagraph next) => next.Tokens[0].Mark == 1 && OpenQuotation(paragraph) is not null;

    private static void Join(TextSpan open, TextSpan next, List<Attribution> here, List<Attribution> after)
    {
        var speaker = here.FindIndex(attribution => attribution.Content.Any(open.Overlaps));
        var nextSpeaker = after.FindIndex(attribution => attribution.Content.Any(next.Overlaps));
        if (speaker >= 0 && nextSpeaker < 0)
        {
            here[speaker] = here[speaker] with { Content = [.. here[speaker].Content, next] };

            // So that a third paragraph finds its speaker.
            after.Add(here[speaker]);
            here.RemoveAt(speaker);
        }
        else if (speaker < 0 && nextSpeaker >= 0)
        {
            after[nextSpeaker] = after[nextSpeaker] with { Content = [open, .. after[nextSpeaker].Content] };
        }
    }

    private static TextSpan? OpenQuotation(TokenizedParagraph paragraph)
    {
        var tokens = paragraph.Tokens;
        var start = Array.FindLastIndex(tokens, token => token.Mark == 1);
        return start >= 0 && Array.TrueForAll(tokens[start..], token => token.IsQuoted && token.Mark != -1)
            ? new TextSpan(tokens[start].Start, tokens[^1].End)
            : null;
    }

    private static TextSpan FirstQuotation(TokenizedParagraph paragraph)
    {
        var tokens = paragraph.Tokens;
        var last = Array.FindIndex(tokens, token => token.Mark == -1);
        return new TextSpan(tokens[0].Start, tokens[last < 0 ? tokens.Length - 1 : last].End);
    }
}
