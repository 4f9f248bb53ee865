using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Searches;

/// <summary>All that is in memory of the index as it was at one commit. Immutable.</summary>
internal sealed class Snapshot
{
    private Snapshot(long generation, IReadOnlyList<SearchedSegment> segments)
    {
        Generation = generation;
        Segments = segments;
        var totals = segments.Aggregate(new Totals(), (sum, segment) => sum + segment.Totals);
        AverageTitleTerms = (float)totals.TitleTerms / Math.Max(1, totals.Articles);
        AveragePassageTerms = (float)totals.PassageTerms / Math.Max(1, totals.Passages);
        AverageArticleTerms = (float)(totals.TitleTerms + totals.PassageTerms) / Math.Max(1, totals.Articles);
        Extent = new CorpusExtent(totals.Articles, totals.Passages, totals.From, totals.To);
        Slots = segments.Sum(segment => segment.Segment.Slots);
        Articles = segments.Sum(segment => segment.Segment.Articles);
    }

    /// <summary>The number of the commit.</summary>
    public long Generation { get; }

    /// <summary>In order of their articles' numbers.</summary>
    public IReadOnlyList<SearchedSegment> Segments { get; }

    public CorpusExtent Extent { get; }

    public float AverageTitleTerms { get; }

    public float AveragePassageTerms { get; }

    public float AverageArticleTerms { get; }

    /// <summary>How many, with those of articles that are gone.</summary>
    public int Slots { get; }

    /// <summary>How many, with those that are gone.</summary>
    public int Articles { get; }

    /// <summary>Whether an article of this number is indexed.</summary>
    public bool Has(long article) => Segments.Any(segment => segment.HasNumber(article));

    /// <summary>Reads what changed since the snapshot before.</summary>
    /// <param name="database">In a transaction of that generation.</param>
    /// <param name="generation">The number of the commit.</param>
    /// <param name="before">Of the same index; null if there is none.</param>
    public static Snapshot Read(Database database, long generation, Snapshot? before)
    {
        if (database.Scalar("SELECT value FROM meta WHERE key = 'postings'") != generation)
            throw Failures.OtherKind(database.Path);

        var known = before?.Segments.ToDictionary(segment => segment.Segment.Number, segment => segment.Segment) ?? [];
        HashSet<long> gone = [];
        using var goneRows = database.Prepare("SELECT number FROM gone");
        while (goneRows.Step())
            gone.Add(goneRows.Integer(0));

        List<Segment> segments = [];
        using var numbers = database.Prepare("SELECT number FROM segment");
        using var layout = database.Prepare("SELECT layout FROM segment WHERE number = ?");
        while (numbers.Step())
            segments.Add(known.GetValueOrDefault(numbers.Integer(0)) ?? ReadSegment(layout, numbers.Integer(0)));

        return Of(generation, segments, gone);
    }

    /// <param name="generation">The number of the commit.</param>
    /// <param name="segments">In any order.</param>
    /// <param name="gone">Numbers of articles.</param>
    public static Snapshot Of(long generation, IEnumerable<Segment> segments, IReadOnlySet<long> gone) =>
        new(generation, Place(segments.OrderBy(segment => segment.ArticleNumbers.FirstOrDefault()), gone));

    private static Segment ReadSegment(Statement layout, long number)
    {
        layout.Bind(1, number).Step();
        var segment = Segment.Read(number, layout.Bytes(0));
        layout.Reset();
        return segment;
    }

    private static List<SearchedSegment> Place(IEnumerable<Segment> segments, IReadOnlySet<long> gone)
    {
        List<SearchedSegment> placed = [];
        var (firstSlot, firstArticle) = (0, 0);
        foreach (var segment in segments)
        {
            placed.Add(new SearchedSegment(segment, gone, firstSlot, firstArticle));
            firstSlot += segment.Slots;
            firstArticle += segment.Articles;
        }

        return placed;
    }
}
