using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Mends what is read the wrong way round: in "The money was paid on Wednesday, said the person" the person speaks.</summary>
internal static class Inversions
{
    private const int LongestSpeakerInChars = 60;

    /// <returns>The same where the speaker stands beside the cue.</returns>
    public static Attribution Mend(string text, Attribution attribution)
    {
        var cue = attribution.Cue;
        if (attribution.Speaker is not { } speaker || speaker.End + 2 >= cue.Start || text[speaker.End] is ',' or '”' or '"'
            || text[cue.Start..cue.End] is not ("said" or "says") || !text.AsSpan(0, cue.Start).EndsWith(", ")
            || attribution.Content.Any(content => content.Start < cue.Start) || After(text, cue.End) is not { } after)
        {
            return attribution;
        }

        var content = new TextSpan(speaker.Start, cue.Start - ", ".Length);
        return text.AsSpan(content.Start, content.Length).IndexOfAny('.', '\n', '“') >= 0 ? attribution
            : attribution with { Speaker = after, Content = [content], Kind = AttributionKind.Indirect };
    }

    // "the person, who spoke ...", "Lena Dorn."
    private static TextSpan? After(string text, int cue)
    {
        var rest = text.AsSpan(cue, Math.Min(LongestSpeakerInChars, text.Length - cue));
        var end = rest.IndexOfAny(",.\n");
        var speaker = end < 0 ? [] : rest[..end];
        var isNoun = speaker is [' ', ..] && (speaker.StartsWith(" the ") || speaker.StartsWith(" a ") || speaker.StartsWith(" an ") || (speaker.Length > 1 && char.IsUpper(speaker[1])));
        return isNoun ? new TextSpan(cue + 1, cue + end) : null;
    }
}
