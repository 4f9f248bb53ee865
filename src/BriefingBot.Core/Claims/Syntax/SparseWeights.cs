using System.Runtime.InteropServices;

namespace BriefingBot.Claims;

/// <summary>Learned weights of hashed features for some classes, of which most are nought. Immutable.</summary>
internal sealed class SparseWeights
{
    // Where weights start is kept for every so many features.
    private const int Block = 16;

    private readonly byte[] _counts;
    private readonly int[] _starts;
    private readonly byte[] _classes;
    private readonly sbyte[] _weights;

    /// <param name="counts">How many weights each feature has; as many features as a power of two.</param>
    /// <param name="classes">The class of each weight, feature by feature.</param>
    /// <param name="weights">The weights, in the same order.</param>
    public SparseWeights(byte[] counts, byte[] classes, sbyte[] weights)
    {
        (_counts, _classes, _weights) = (counts, classes, weights);
        _starts = new int[(counts.Length / Block) + 1];
        for (var (i, start) = (0, 0); i < counts.Length; i++)
        {
            _starts[i / Block] = i % Block == 0 ? start : _starts[i / Block];
            start += counts[i];
        }
    }

    public int Count => _weights.Length;

    /// <summary>Adds what each feature says for each class.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        foreach (var feature in features)
        {
            var row = (int)(feature & (uint)(_counts.Length - 1));
            if (_counts[row] == 0)
            {
                continue;
            }

            var start = _starts[row / Block];
            for (var before = row / Block * Block; before < row; before++)
            {
                start += _counts[before];
            }

            for (var i = start; i < start + _counts[row]; i++)
            {
                scores[_classes[i]] += _weights[i];
            }
        }
    }

    public static SparseWeights Read(BinaryReader reader)
    {
        var counts = reader.ReadBytes(reader.ReadInt32());
        var count = reader.ReadInt32();
        var classes = reader.ReadBytes(count);
        var weights = new sbyte[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new SparseWeights(counts, classes, weights);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_counts.Length);
        writer.Write(_counts);
        writer.Write(_weights.Length);
        writer.Write(_classes);
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }
}
