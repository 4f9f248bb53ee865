using System.Runtime.CompilerServices;

namespace BriefingBot.Sqlite;

/// <summary>Whole numbers from 0 in as few bytes as they need, seven bits a byte, lowest first.</summary>
internal static class Varint
{
    public const int MaxLength = 5;

    public static int Write(Span<byte> target, uint value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            target[length++] = (byte)(value | 0x80);
        target[length++] = (byte)value;
        return length;
    }

    /// <remarks>A source that ends within a number is an <see cref="IndexOutOfRangeException"/>: no check is added where it is hot.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ReadOnlySpan<byte> source, ref int at)
    {
        uint value = source[at++];
        return value < 0x80 ? value : ReadRest(source, ref at, value & 0x7F);
    }

    private static uint ReadRest(ReadOnlySpan<byte> source, ref int at, uint value)
    {
        for (var shift = 7; shift < 35; shift += 7)
        {
            uint next = source[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                break;
        }

        return value;
    }
}
