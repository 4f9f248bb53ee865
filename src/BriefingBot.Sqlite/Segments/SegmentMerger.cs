using BriefingBot.Articles;

namespace BriefingBot.Sqlite.Segments;

/// <summary>Makes one segment of several, without the articles that are gone.</summary>
internal sealed class SegmentMerger(Database database)
{
    private const int Dropped = -1;

    private readonly Statement _deletePostings = database.Prepare("DELETE FROM posting WHERE segment = ?");
    private readonly Statement _deleteLayout = database.Prepare("DELETE FROM segment WHERE number = ?");

    /// <param name="segments">In order of their articles' numbers.</param>
    /// <param name="gone">Numbers of articles.</param>
    /// <param name="store">Writes the merged postings.</param>
    /// <returns>The merged layout; null if no article is left.</returns>
    public byte[]? Merge(IReadOnlyList<Segment> segments, IReadOnlySet<long> gone, Action<PostingBlock> store)
    {
        var layout = new LayoutWriter();
        var articles = 0;
        List<PostingCursor> cursors = [];
        try
        {
            foreach (var segment in segments)
                cursors.Add(new PostingCursor(database, segment.Number, Copy(segment, gone, layout, ref articles)));
            var writer = new PostingBlockWriter(store);
            Merge(cursors, writer);
            writer.Finish();
        }
        finally
        {
            cursors.ForEach(cursor => cursor.Dispose());
        }

        foreach (var segment in segments)
            Delete(segment);
        return articles == 0 ? null : layout.Finish();
    }

    private void Delete(Segment segment)
    {
        _deletePostings.Bind(1, segment.Number).Run();
        _deleteLayout.Bind(1, segment.Number).Run();
    }

    /// <summary>Copies the articles that stay.</summary>
    /// <returns>The new slot of each slot, or <see cref="Dropped"/>.</returns>
    private static int[] Copy(Segment segment, IReadOnlySet<long> gone, LayoutWriter layout, ref int articles)
    {
        var slots = new int[segment.Slots];
        Array.Fill(slots, Dropped);
        for (var article = 0; article < segment.Articles; article++)
        {
            if (gone.Contains(segment.ArticleNumbers[article]))
                continue;

            articles++;
            var title = segment.FirstSlots[article];
            var end = segment.FirstSlots[article + 1];
            slots[title] = layout.Article(segment.ArticleNumbers[article], segment.Days[article], segment.FacetsOf(article), segment.Terms[title], end - title - 1);
            for (var slot = title + 1; slot < end; slot++)
                slots[slot] = layout.Passage(new TextSpan(segment.Starts[slot], segment.Ends[slot]), segment.Terms[slot]);
        }

        return slots;
    }

    private static void Merge(IEnumerable<PostingCursor> all, PostingBlockWriter writer)
    {
        var cursors = all.Where(cursor => cursor.Next()).ToList();
        var term = new ByteWriter();
        var postings = new PostingsWriter();
        while (cursors.Count > 0)
        {
            term.Clear();
            term.Bytes(First(cursors));
            postings.Clear();
            for (var i = 0; i < cursors.Count; i++)
            {
                if (!cursors[i].Term.SequenceEqual(term.Written))
                    continue;
                cursors[i].CopyTo(postings);
                if (!cursors[i].Next())
                    cursors.RemoveAt(i--);
            }

            if (postings.Count > 0)
                writer.Add(term.Written, postings);
        }
    }

    private static ReadOnlySpan<byte> First(List<PostingCursor> cursors)
    {
        var first = cursors[0].Term;
        foreach (var cursor in cursors)
        {
            if (cursor.Term.SequenceCompareTo(first) < 0)
                first = cursor.Term;
        }

        return first;
    }
}
