using BriefingBot.Sqlite.Searches;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Checks;

/// <summary>Reads all postings of the table and compares them with the layouts of their segments.</summary>
internal sealed class PostingCheck(Database database, List<string> problems)
{
    public void Run(Snapshot snapshot)
    {
        using var rows = database.Prepare("SELECT data FROM posting WHERE segment = ? ORDER BY first");
        foreach (var segment in snapshot.Segments)
            Check(rows.Bind(1, segment.Segment.Number), segment.Segment);
    }

    private void Check(Statement rows, Segment segment)
    {
        var counted = new long[segment.Slots];
        try
        {
            while (rows.Step())
                Count(rows.Bytes(0), counted);
            for (var slot = 0; slot < counted.Length; slot++)
            {
                if (Math.Min(counted[slot], ushort.MaxValue) != segment.Terms[slot])
                    problems.Add($"segment {segment.Number}: slot {slot} has {counted[slot]} terms in its postings, {segment.Terms[slot]} in its layout");
            }
        }
        catch (Exception damage) when (Failures.IsDamage(damage))
        {
            problems.Add($"segment {segment.Number}: its postings cannot be read ({damage.Message})");
            rows.Reset();
        }
    }

    private static void Count(ReadOnlySpan<byte> data, long[] counted)
    {
        var block = new PostingBlockReader(data);
        while (block.Next())
        {
            var slots = new int[block.Count];
            var frequencies = new ushort[block.Count];
            Postings.Read(data[block.Postings], slots, frequencies);
            for (var i = 0; i < slots.Length; i++)
                counted[slots[i]] += frequencies[i];
        }
    }
}
