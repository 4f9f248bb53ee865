using System.Buffers;
using System.Text;

namespace BriefingBot.Answers;

/// <summary>Text as bytes and back, unchanged: UTF-8, in which half a surrogate pair, which UTF-8 has no bytes for, is written like any other character.</summary>
internal static class WholeText
{
    private const int LongestInBytes = 3; // of half a pair

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] ToBytes(string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return ToBytesByRune(text);
        }
    }

    /// <exception cref="InvalidDataException">They were not made of a text.</exception>
    public static string FromBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return FromBytesByRune(bytes);
        }
    }

    private static byte[] ToBytesByRune(ReadOnlySpan<char> text)
    {
        ArrayBufferWriter<byte> bytes = new(text.Length * LongestInBytes);
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done)
                bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));
            else
                bytes.Write([(byte)(0xE0 | (text[0] >> 12)), (byte)(0x80 | ((text[0] >> 6) & 0x3F)), (byte)(0x80 | (text[0] & 0x3F))]);
            text = text[length..];
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static string FromBytesByRune(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done)
                text.Append(rune);
            else if (bytes is [0xED, >= 0xA0 and <= 0xBF and var middle, >= 0x80 and <= 0xBF and var last, ..])
                (_, length) = (text.Append((char)(0xD000 | ((middle & 0x3F) << 6) | (last & 0x3F))), LongestInBytes);
            else
                throw new InvalidDataException("bytes that are no text");
            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
