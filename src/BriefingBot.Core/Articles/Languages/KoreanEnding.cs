namespace BriefingBot.Articles;

/// <summary>Where Korean is set without a space after the full stop, the last syllable of the verb tells the sentence's end.</summary>
internal static class KoreanEnding
{
    /// <summary>Whether the stop stands right between a closing syllable and another one: 말했다.그는.</summary>
    public static bool IsBetween(string text, int stop) =>
        stop > 0 && stop + 1 < text.Length && text[stop - 1] is '다' or '요' or '까' or '죠' && text[stop + 1] is >= '\uAC00' and <= '\uD7A3';
}
