using System.Buffers.Binary;
using System.IO.Compression;

namespace BriefingBot.Channels.Teams.Packages;

/// <summary>The bot's icons: a speech bubble with quotation marks, drawn and written as PNG.</summary>
internal static class Icon
{
    /// <summary>Behind the bubble.</summary>
    public const string Accent = "#1F3A5F";

    private const int Samples = 4;

    private static readonly (byte R, byte G, byte B) Ground = (0x1F, 0x3A, 0x5F);

    /// <summary>White on the accent, all of the square.</summary>
    public static byte[] Color(int pixels) => Png(pixels, share => ((byte)Mix(Ground.R, share), (byte)Mix(Ground.G, share), (byte)Mix(Ground.B, share), 255));

    /// <summary>White on nothing.</summary>
    public static byte[] Outline(int pixels) => Png(pixels, share => (255, 255, 255, (byte)Math.Round(share * 255)));

    private static double Mix(byte ground, double share) => Math.Round(ground + ((255 - ground) * share));

    // In units of the whole square.
    private static bool IsInk(double x, double y)
    {
        var isBubble = IsRound(x, y, 0.16, 0.2, 0.84, 0.68, 0.1) || (x >= 0.28 && x <= 0.46 && y >= 0.66 && y <= 0.84 && y - 0.66 <= 0.46 - x);
        return isBubble && !IsMark(x - 0.3, y - 0.33) && !IsMark(x - 0.54, y - 0.33);
    }

    // A quotation mark of 0.16 by 0.22.
    private static bool IsMark(double x, double y) =>
        IsRound(x, y, 0, 0, 0.16, 0.14, 0.03) || (y >= 0.12 && y <= 0.22 && x >= 0.07 && x <= 0.16 - ((y - 0.12) * 0.8));

    private static bool IsRound(double x, double y, double left, double top, double right, double bottom, double radius)
    {
        if (x < left || x > right || y < top || y > bottom)
            return false;
        var (dx, dy) = (Math.Max(0, Math.Max(left + radius - x, x - right + radius)), Math.Max(0, Math.Max(top + radius - y, y - bottom + radius)));
        return (dx * dx) + (dy * dy) <= radius * radius;
    }

    private static double Share(int x, int y, int pixels)
    {
        var ink = 0;
        for (var sample = 0; sample < Samples * Samples; sample++)
            ink += IsInk((x + (((sample % Samples) + 0.5) / Samples)) / pixels, (y + (((sample / Samples) + 0.5) / Samples)) / pixels) ? 1 : 0;
        return (double)ink / (Samples * Samples);
    }

    // Eight bits of red, green, blue and alpha; each line preceded by its filter, none. PNG, third edition, 2025.
    private static byte[] Png(int pixels, Func<double, (byte R, byte G, byte B, byte A)> colour)
    {
        using var lines = new MemoryStream();
        using (var zipped = new ZLibStream(lines, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < pixels; y++)
            {
                zipped.WriteByte(0);
                for (var x = 0; x < pixels; x++)
                {
                    var (r, g, b, a) = colour(Share(x, y, pixels));
                    zipped.Write([r, g, b, a]);
                }
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, pixels);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), pixels);
        (head[8], head[9]) = (8, 6);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, lines.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        name.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Checksum(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    // CRC-32 of ISO 3309, as PNG has it.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }

        return ~sum;
    }
}
