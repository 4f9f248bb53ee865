using System.Text;

namespace BriefingBot.Articles;

/// <param name="Text">Decoded, every line end a single <c>\n</c>, otherwise unchanged.</param>
/// <param name="Damage">What was left out and why; null if nothing was.</param>
internal sealed record DecodedText(string Text, string? Damage);

/// <summary>Bytes to text: byte order mark, declared charset, UTF-8, else Windows-1252.</summary>
internal static class Decoder
{
    private const int BinaryProbeInBytes = 8192;
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="bytes">The whole file.</param>
    /// <param name="declaredCharset">The charset the file itself names; null if none.</param>
    /// <exception cref="ArticleFormatException">The bytes are no text.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declaredCharset = null)
    {
        if (Marked(bytes) is (var marked, var skip))
        {
            return Clean(marked.GetString(bytes[skip..]));
        }

        if (bytes[..Math.Min(bytes.Length, BinaryProbeInBytes)].Contains((byte)0))
        {
            throw new ArticleFormatException("is binary, not text; convert it to .txt, .md, .html or .json");
        }

        return Declared(declaredCharset) is { } declared ? Clean(declared.GetString(bytes)) : Guess(bytes);
    }

    private static (Encoding Encoding, int Skip)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static Encoding? Declared(string? charset)
    {
        if (charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // What pages call Latin 1 or ASCII is Windows-1252 in every browser (WHATWG Encoding Standard).
        if (charset.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return Windows1252;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DecodedText Guess(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Clean(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException invalid)
        {
            var at = invalid.Index;
            if (at > 0 && at >= bytes.Length - 3 && bytes[..at].ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                var whole = Clean(StrictUtf8.GetString(bytes[..at]));
                return whole with { Damage = $"ends in the middle of a UTF-8 character at byte {at}; read up to there" };
            }

            return Clean(Windows1252.GetString(bytes));
        }
    }

    private static DecodedText Clean(string text)
    {
        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        var damage = zero < 0 ? null : $"holds a NUL at character {zero}; read up to there";
        var kept = zero < 0 ? text : text[..zero];
        return new DecodedText(kept.Contains('\r', StringComparison.Ordinal) ? kept.ReplaceLineEndings("\n") : kept, damage);
    }
}
