using BriefingBot.Retrieval.Updates;
using BriefingBot.Sqlite.Segments;
using BriefingBot.Sqlite.Stores;

namespace BriefingBot.Sqlite.Updates;

/// <summary>Commits batches, and merges segments before they become many.</summary>
internal sealed class BatchWriter
{
    private readonly Store _store;
    private readonly RowWriter _rows;
    private readonly SegmentMerger _merger;
    private readonly List<Segment> _segments;
    private readonly Statement _writeLayout;
    private readonly Statement _writePostings;
    private long _nextSegment;

    public BatchWriter(Store store)
    {
        _store = store;
        _rows = new RowWriter(store);
        _merger = new SegmentMerger(store.Database);
        _segments = store.Segments();
        _nextSegment = store.Counter("segment");
        _writeLayout = store.Database.Prepare("INSERT INTO segment (number, layout) VALUES (?, ?)");
        _writePostings = store.Database.Prepare("INSERT INTO posting (segment, first, data) VALUES (?, ?, ?)");
    }

    /// <param name="batch">Its rows.</param>
    /// <param name="built">Its segment; null if it has no articles.</param>
    public void Write(Batch batch, BuiltSegment? built)
    {
        Commit(() =>
        {
            _rows.Write(batch, () => _segments.SelectMany(segment => segment.ArticleNumbers));
            if (built is not null)
                Add(built);
        });

        while (Chosen() is { } chosen)
            Commit(() => Merge(chosen));
    }

    /// <summary>Makes all segments anew, from the articles that are stored.</summary>
    public void Rebuild(IEnumerable<IReadOnlyList<NumberedArticle>> articles) => Commit(() =>
    {
        _store.ClearPostings();
        _segments.Clear();
        foreach (var part in articles)
        {
            Add(new SegmentBuilder().Build(part));
            while (Chosen() is { } chosen)
                Merge(chosen);
        }
    });

    private Range? Chosen() => MergePolicy.Choose(_segments, _rows.Gone);

    private void Commit(Action change) => _rows.Commit(() =>
    {
        change();
        _rows.SetCounter("segment", _nextSegment);
        _rows.SetCounter("postings", _rows.Generation + 1);
    });

    private void Add(BuiltSegment built)
    {
        var number = _nextSegment++;
        foreach (var block in built.Blocks)
            Write(number, block);
        Add(_segments.Count, number, built.Layout);
    }

    private void Merge(Range chosen)
    {
        var (start, count) = chosen.GetOffsetAndLength(_segments.Count);
        var number = _nextSegment++;
        var layout = _merger.Merge(_segments.GetRange(start, count), _rows.Gone, block => Write(number, block));
        _segments.RemoveRange(start, count);
        if (layout is not null)
            Add(start, number, layout);
    }

    private void Add(int at, long number, byte[] layout)
    {
        _writeLayout.Bind(1, number).Bind(2, layout).Run();
        _segments.Insert(at, Segment.Read(number, layout));
    }

    private void Write(long segment, PostingBlock block) => _writePostings.Bind(1, segment).Bind(2, block.First).Bind(3, block.Data).Run();
}
