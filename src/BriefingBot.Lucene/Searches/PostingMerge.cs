using System.Buffers;
using BriefingBot.Sqlite.Searches;

namespace BriefingBot.Lucene.Searches;

/// <summary>Makes one ascending run of postings of two.</summary>
internal static class PostingMerge
{
    /// <summary>A slot of both counts once, with the higher frequency.</summary>
    /// <param name="scratch">Holds the runs side by side.</param>
    /// <param name="start">Of the first run.</param>
    /// <param name="middle">Of the second run.</param>
    /// <param name="end">Of both.</param>
    /// <returns>The new end.</returns>
    public static int InPlace(Scratch scratch, int start, int middle, int end)
    {
        var first = middle - start;
        var slots = ArrayPool<int>.Shared.Rent(first);
        var frequencies = ArrayPool<ushort>.Shared.Rent(first);
        scratch.Slots.AsSpan(start, first).CopyTo(slots);
        scratch.Frequencies.AsSpan(start, first).CopyTo(frequencies);
        var to = start;
        for (int i = 0, j = middle; i < first || j < end; to++)
        {
            // What is written never catches up with what is still to be read of the second run.
            if (j == end || (i < first && slots[i] < scratch.Slots[j]))
                (scratch.Slots[to], scratch.Frequencies[to]) = (slots[i], frequencies[i++]);
            else if (i == first || scratch.Slots[j] < slots[i])
                (scratch.Slots[to], scratch.Frequencies[to]) = (scratch.Slots[j], scratch.Frequencies[j++]);
            else
                (scratch.Slots[to], scratch.Frequencies[to]) = (slots[i], Math.Max(frequencies[i++], scratch.Frequencies[j++]));
        }

        ArrayPool<int>.Shared.Return(slots);
        ArrayPool<ushort>.Shared.Return(frequencies);
        return to;
    }
}
