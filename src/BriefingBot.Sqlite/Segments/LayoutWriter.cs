using BriefingBot.Articles;

namespace BriefingBot.Sqlite.Segments;

/// <summary>Writes what <see cref="Segment.Read"/> reads: articles in order of their numbers, each followed by its passages in order.</summary>
internal sealed class LayoutWriter
{
    private readonly ByteWriter _bytes = new();
    private readonly FacetNames _facets = new();
    private long _lastNumber;
    private int _lastEnd;
    private int _articles;
    private int _slots;

    /// <param name="number">Above that of the article before.</param>
    /// <param name="day">Day number; 0 for none.</param>
    /// <param name="facets">What it can be filtered by.</param>
    /// <param name="titleTerms">How many terms the title has.</param>
    /// <param name="passages">How many calls of <see cref="Passage"/> follow.</param>
    /// <returns>The slot of the title.</returns>
    public int Article(long number, int day, Facets facets, int titleTerms, int passages)
    {
        _bytes.Number(checked((uint)(number - _lastNumber)));
        _bytes.Number(day);
        _bytes.Number(_facets.NumberOf(facets.Outlet));
        _bytes.Number(_facets.NumberOf(facets.Language));
        _bytes.Number(_facets.NumberOf(facets.Collection));
        _bytes.Number(passages);
        _bytes.Number(Math.Min(titleTerms, ushort.MaxValue));
        _lastNumber = number;
        _lastEnd = 0;
        _articles++;
        return _slots++;
    }

    /// <returns>The slot of the passage.</returns>
    public int Passage(TextSpan span, int terms)
    {
        _bytes.Number(checked((uint)(span.Start - _lastEnd)));
        _bytes.Number(span.Length);
        _bytes.Number(Math.Min(terms, ushort.MaxValue));
        _lastEnd = span.End;
        return _slots++;
    }

    public byte[] Finish()
    {
        var head = new ByteWriter();
        head.Number(_articles);
        head.Number(_slots);
        _facets.Write(head);
        return [.. head.Written, .. _bytes.Written];
    }
}
