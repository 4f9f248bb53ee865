using System.Collections.Concurrent;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Searches;

/// <summary>All that is in memory of the index as it was at one commit. Immutable.</summary>
internal sealed class Snapshot
{
    // Filters are those of tenants and of those who choose outlets and days: at more, all are counted again.
    private const int MostTotals = 1000;

    private readonly ConcurrentDictionary<(PassageFilter? Filter, DateOnly? AsOf), Totals> _totals = [];
    private Place[]? _listed;

    private Snapshot(long generation, IReadOnlyList<SearchedSegment> segments)
    {
        Generation = generation;
        Segments = segments;
        Totals = segments.Aggregate(new Totals(), (sum, segment) => sum + segment.Totals);
        Slots = segments.Sum(segment => segment.Segment.Slots);
        Articles = segments.Sum(segment => segment.Segment.Articles);
    }

    /// <summary>The number of the commit.</summary>
    public long Generation { get; }

    /// <summary>In order of their articles' numbers.</summary>
    public IReadOnlyList<SearchedSegment> Segments { get; }

    public Totals Totals { get; }

    /// <summary>How many, with those of articles that are gone.</summary>
    public int Slots { get; }

    /// <summary>How many, with those that are gone.</summary>
    public int Articles { get; }

    /// <summary>Sums over what a filter and a day leave, from memory where they were counted before.</summary>
    public Totals TotalsOf(PassageFilter? filter, DateOnly? asOf, Func<Totals> count)
    {
        if (filter?.IsEmpty != false && asOf is null)
            return Totals;
        if (_totals.Count > MostTotals)
            _totals.Clear();
        return _totals.GetOrAdd((filter, asOf), _ => count());
    }

    /// <summary>The articles in the order of their list: newest first, undated last, of one day by their ids.</summary>
    /// <param name="database">The store, to read the ids once.</param>
    public IReadOnlyList<Place> Listed(Database database) => _listed ??= ReadList(database);

    private Place[] ReadList(Database database)
    {
        Dictionary<long, Place> places = new(Articles);
        for (var segment = 0; segment < Segments.Count; segment++)
        {
            for (var article = 0; article < Segments[segment].Segment.Articles; article++)
            {
                if (Segments[segment].Has(article))
                    places.Add(Segments[segment].Segment.ArticleNumbers[article], new Place(segment, article));
            }
        }

        List<Place> byId = new(places.Count);
        using var numbers = database.Prepare("SELECT number FROM article ORDER BY id, number");
        while (numbers.Step())
        {
            if (places.TryGetValue(numbers.Integer(0), out var place))
                byId.Add(place);
        }

        return [.. byId.OrderByDescending(place => Segments[place.Segment].Days[place.Article])];
    }

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

/// <summary>Where an article stands in a snapshot.</summary>
/// <param name="Segment">The position of its segment.</param>
/// <param name="Article">Its position there.</param>
internal readonly record struct Place(int Segment, int Article);
