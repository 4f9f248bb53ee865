using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Claims;

/// <summary>Quantised weights: a row for each slot that a feature may hash to. Immutable, so any number of threads may read it.</summary>
internal sealed class WeightTable
{
    // A row is read as one vector; what it reads past the row is not looked at. Sums of fewer than 258 features cannot overflow 16 bits.
    private const int WidestRow = 16;

    // Followed by room for reading past the last row.
    private readonly sbyte[] weights;
    private readonly int length;
    private readonly int width;
    private readonly float unit;
    private readonly uint mask;

    /// <param name="weights">Row by row; the number of rows is a power of two.</param>
    /// <param name="width">Weights in a row, at most 16.</param>
    /// <param name="unit">What one step of a weight is worth.</param>
    public WeightTable(ReadOnlySpan<sbyte> weights, int width, float unit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, WidestRow);
        this.weights = [.. weights, .. new sbyte[WidestRow]];
        this.width = width;
        this.unit = unit;
        length = weights.Length;
        mask = (uint)(length / width) - 1;
    }

    /// <summary>Adds up the rows of the features.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        var (first, second) = (Vector128<short>.Zero, Vector128<short>.Zero);
        foreach (var feature in features)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(weights.AsSpan((int)(feature & mask) * width, WidestRow)));
            first += low;
            second += high;
        }

        Span<short> sums = stackalloc short[WidestRow];
        first.CopyTo(sums);
        second.CopyTo(sums[Vector128<short>.Count..]);
        for (var i = 0; i < width; i++)
        {
            scores[i] = sums[i] * unit;
        }
    }

    public static WeightTable Read(BinaryReader reader, int width)
    {
        var step = reader.ReadSingle();
        var rows = new sbyte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        return new WeightTable(rows, width, step);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(unit);
        writer.Write(length);
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan(0, length)));
    }
}
