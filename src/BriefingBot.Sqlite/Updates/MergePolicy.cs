using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Updates;

/// <summary>
/// Keeps the segments few: a search seeks each of its terms in each of them. Segments of about one size are merged four at a time, so that a posting is
/// written once for each fourfold growth of the index.
/// </summary>
internal static class MergePolicy
{
    private const int Fanout = 4;
    private const int SmallestLevelInSlots = 4096;

    /// <summary>Which segments to merge now, neighbours; null if none.</summary>
    /// <param name="segments">In order of their articles' numbers.</param>
    /// <param name="gone">Numbers of articles.</param>
    public static Range? Choose(IReadOnlyList<Segment> segments, IReadOnlySet<long> gone)
    {
        for (var i = 0; i < segments.Count && gone.Count > 0; i++)
        {
            if (segments[i].ArticleNumbers.Count(gone.Contains) * 2 > segments[i].Articles)
                return i..(i + 1);
        }

        for (var level = 0; level <= segments.Select(Level).DefaultIfEmpty().Max(); level++)
        {
            var start = segments.Count;
            while (start > 0 && Level(segments[start - 1]) <= level)
                start--;
            if (segments.Skip(start).Count(segment => Level(segment) == level) >= Fanout)
                return start..segments.Count;
        }

        return null;
    }

    private static int Level(Segment segment)
    {
        var level = 0;
        for (var slots = segment.Slots; slots >= SmallestLevelInSlots; slots /= Fanout)
            level++;
        return level;
    }
}
