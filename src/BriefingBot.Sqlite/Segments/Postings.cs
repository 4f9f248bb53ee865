namespace BriefingBot.Sqlite.Segments;

/// <summary>
/// The slots a term stands in, ascending, each with how often. A number holds the distance to the slot before, doubled, plus 1 where a second
/// number with the frequency follows; most terms stand once in a passage.
/// </summary>
internal static class Postings
{
    public const int MaxFrequency = ushort.MaxValue;

    /// <param name="data">All of a term's postings.</param>
    /// <param name="slots">As many as there are postings.</param>
    /// <param name="frequencies">As many as there are postings.</param>
    /// <exception cref="InvalidDataException">The data is damaged.</exception>
    public static void Read(ReadOnlySpan<byte> data, Span<int> slots, Span<ushort> frequencies)
    {
        var at = 0;
        var slot = 0;
        frequencies = frequencies[..slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            var coded = Varint.Read(data, ref at);
            slot += (int)(coded >> 1);
            slots[i] = slot;
            frequencies[i] = (coded & 1) == 0 ? (ushort)1 : (ushort)Varint.Read(data, ref at);
        }

        if (at != data.Length)
            throw new InvalidDataException("The postings do not end where they should.");
    }
}

/// <summary>Writes what <see cref="Postings.Read"/> reads, one term after the other.</summary>
internal sealed class PostingsWriter
{
    private readonly ByteWriter _bytes = new();
    private int _lastSlot;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.Written;

    public void Clear()
    {
        _bytes.Clear();
        _lastSlot = 0;
        Count = 0;
    }

    /// <param name="slot">Above the one before.</param>
    /// <param name="frequency">From 1.</param>
    public void Add(int slot, int frequency)
    {
        var distance = (uint)(slot - _lastSlot) << 1;
        _bytes.Number(frequency == 1 ? distance : distance | 1);
        if (frequency != 1)
            _bytes.Number(Math.Min(frequency, Postings.MaxFrequency));
        _lastSlot = slot;
        Count++;
    }
}
