using BriefingBot.Retrieval;

namespace BriefingBot.Sqlite.Searches;

/// <summary>Which articles of a snapshot a filter and a day leave to be searched.</summary>
internal sealed class Scope
{
    private readonly Snapshot _snapshot;
    private readonly int[][] _days;

    /// <param name="snapshot">Of which articles.</param>
    /// <param name="filter">Null for all.</param>
    /// <param name="asOf">Undated articles are left whatever it is; null for no limit.</param>
    public Scope(Snapshot snapshot, PassageFilter? filter, DateOnly? asOf)
    {
        _snapshot = snapshot;
        LastDay = asOf?.DayNumber ?? SearchedSegment.LastDay;
        _days = [.. snapshot.Segments.Select(segment => filter is { IsEmpty: false } ? segment.DaysWithin(filter) : segment.Days)];
        Totals = snapshot.TotalsOf(filter, asOf, Sum);
    }

    /// <summary>An article of a later day is left out.</summary>
    public int LastDay { get; }

    /// <summary>Sums over these articles.</summary>
    public Totals Totals { get; }

    /// <summary>The days of a segment's articles, by its position; those that the filter leaves out are after the last.</summary>
    public int[] Days(int segment) => _days[segment];

    /// <summary>Whether all articles of a segment are left.</summary>
    public bool IsWhole(int segment) => LastDay == SearchedSegment.LastDay && _days[segment] == _snapshot.Segments[segment].Segment.Days;

    public bool Has(Place place) => _days[place.Segment][place.Article] <= LastDay;

    private Totals Sum()
    {
        var sum = new Totals();
        for (var i = 0; i < _days.Length; i++)
            sum += _snapshot.Segments[i].TotalsUntil(_days[i], LastDay);
        return sum;
    }
}
