namespace BriefingBot.Sqlite.Searches;

/// <summary>The arrays that one search fills, kept for the next one.</summary>
internal sealed class Scratch
{
    /// <summary>The score of each slot.</summary>
    public float[] SlotScores { get; private set; } = [];

    /// <summary>The score of each article as a whole.</summary>
    public float[] ArticleScores { get; private set; } = [];

    /// <summary>One term's slots, segment after segment, each within its segment.</summary>
    public int[] Slots { get; private set; } = [];

    /// <summary>How often the term stands in each of these slots.</summary>
    public ushort[] Frequencies { get; private set; } = [];

    public void Clear(int slots, int articles)
    {
        SlotScores = Cleared(SlotScores, slots);
        ArticleScores = Cleared(ArticleScores, articles);
    }

    /// <summary>Makes room for a number of postings after those that are there.</summary>
    public void Reserve(int used, int more)
    {
        if (used + more <= Slots.Length)
            return;

        var length = Math.Max(Slots.Length * 2, used + more);
        (var slots, var frequencies) = (Slots, Frequencies);
        Array.Resize(ref slots, length);
        Array.Resize(ref frequencies, length);
        (Slots, Frequencies) = (slots, frequencies);
    }

    private static float[] Cleared(float[] scores, int length)
    {
        if (scores.Length < length)
            return new float[length + (length / 8)];
        Array.Clear(scores, 0, length);
        return scores;
    }
}
