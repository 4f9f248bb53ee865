using System.Buffers.Binary;

namespace BriefingBot.Sqlite.Segments;

/// <summary>Sorts terms by their bytes, as SQLite compares them.</summary>
internal static class TermOrder
{
    private const int KeyInBytes = sizeof(ulong);

    /// <returns>The positions of the terms, in order.</returns>
    public static int[] Of(IReadOnlyList<byte[]> terms)
    {
        // The first eight bytes as a number decide nearly always, and numbers sort much faster.
        var keys = new ulong[terms.Count];
        var order = new int[terms.Count];
        for (var i = 0; i < order.Length; i++)
            (keys[i], order[i]) = (Key(terms[i]), i);
        Array.Sort(keys, order);

        var byBytes = Comparer<int>.Create((left, right) => terms[left].AsSpan().SequenceCompareTo(terms[right]));
        for (int start = 0, end = 0; start < keys.Length; start = end)
        {
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                Array.Sort(order, start, end - start, byBytes);
        }

        return order;
    }

    private static ulong Key(ReadOnlySpan<byte> term)
    {
        Span<byte> first = stackalloc byte[KeyInBytes];
        first.Clear();
        term[..Math.Min(term.Length, KeyInBytes)].CopyTo(first);
        return BinaryPrimitives.ReadUInt64BigEndian(first);
    }
}
