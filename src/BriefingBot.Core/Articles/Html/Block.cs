namespace BriefingBot.Articles.Html;

/// <summary>A paragraph as a browser shows it: text with no break in it.</summary>
/// <param name="Region">The closest block-level element around it.</param>
/// <param name="Text">White space collapsed, never empty.</param>
/// <param name="LinkedChars">How many characters of the text are links.</param>
internal sealed record Block(Region Region, string Text, int LinkedChars)
{
    /// <summary>Scripts without spaces count two characters as a word.</summary>
    public int Words { get; } = Text.AsSpan().Count(' ') + 1 + (Text.Count(IsUnspaced) / 2);

    public double LinkShare => (double)LinkedChars / Text.Length;

    /// <summary>The page says elsewhere that this is its story.</summary>
    public bool IsStated { get; init; }

    /// <summary>What the story keeps it as; null for the story itself.</summary>
    public PartKind? Part { get; init; }

    public bool IsHeading => Region.Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    public bool IsParagraph => Region.Tag is "p" or "li" or "blockquote" or "td" or "row" or "dd" or "dt" or "pre";

    /// <summary>Running text, as opposed to a label, a link or a headline.</summary>
    public bool IsProse => !IsHeading && (EndsSentence ? Words >= 8 && LinkShare < (Words >= 12 ? 0.8 : 0.5) : Words >= 20 && LinkShare < 0.5);

    /// <summary>Ends as a sentence does, closing quotation marks and brackets aside.</summary>
    public bool EndsSentence => Text.AsSpan().TrimEnd("\"'”’»)]」』 ") is [.., '.' or '!' or '?' or '…' or ':' or ';' or '。' or '！' or '？' or '؟' or '۔' or '।'];

    /// <summary>Kana, ideographs, and the scripts of Thai, Lao, Burmese and Khmer.</summary>
    private static bool IsUnspaced(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');
}
