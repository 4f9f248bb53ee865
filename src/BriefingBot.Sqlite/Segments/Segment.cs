using BriefingBot.Articles;

namespace BriefingBot.Sqlite.Segments;

/// <summary>
/// Articles that were indexed together, in order of their numbers. Each has a slot for its title and one for each of its passages; postings name
/// slots. Immutable: a change makes a new segment or marks an article as gone.
/// </summary>
internal sealed class Segment
{
    public Segment(long number, int articles, int slots)
    {
        Number = number;
        Outlets = new int[articles];
        Languages = new int[articles];
        Collections = new int[articles];
        ArticleNumbers = new long[articles];
        Days = new int[articles];
        FirstSlots = new int[articles + 1];
        ArticleTerms = new int[articles];
        SlotArticles = new int[slots];
        Starts = new int[slots];
        Ends = new int[slots];
        Terms = new ushort[slots];
    }

    public long Number { get; }

    public int Articles => ArticleNumbers.Length;

    public int Slots => SlotArticles.Length;

    public long[] ArticleNumbers { get; }

    /// <summary>Day numbers of the written dates; 0 where there is none.</summary>
    public int[] Days { get; }

    /// <summary>By the numbers that outlets, languages and collections have here; null for 0, which is none.</summary>
    public string?[] FacetNames { get; private set; } = [null];

    public int[] Outlets { get; private set; }

    public int[] Languages { get; private set; }

    public int[] Collections { get; private set; }

    /// <summary>The title slot of each article, and one more: the number of slots.</summary>
    public int[] FirstSlots { get; }

    /// <summary>How many terms each article has, title and all.</summary>
    public int[] ArticleTerms { get; }

    /// <summary>The position of each slot's article; its complement for a title.</summary>
    public int[] SlotArticles { get; }

    public int[] Starts { get; }

    public int[] Ends { get; }

    /// <summary>How many terms each slot has.</summary>
    public ushort[] Terms { get; }

    public TextSpan? Span(int slot) => SlotArticles[slot] < 0 ? null : new TextSpan(Starts[slot], Ends[slot]);

    /// <summary>While the segment is made.</summary>
    public void SetFacets(string?[] names, int[] outlets, int[] languages, int[] collections) =>
        (FacetNames, Outlets, Languages, Collections) = (names, outlets, languages, collections);

    public Facets FacetsOf(int article) => new(FacetNames[Outlets[article]], FacetNames[Languages[article]], FacetNames[Collections[article]]);

    /// <exception cref="InvalidDataException">The layout is damaged.</exception>
    public static Segment Read(long number, ReadOnlySpan<byte> layout)
    {
        var at = 0;
        var articles = (int)Varint.Read(layout, ref at);
        var slots = (int)Varint.Read(layout, ref at);
        if ((uint)articles > (uint)slots || (uint)slots > (uint)layout.Length)
            throw new InvalidDataException("The layout names more slots than it holds.");

        var segment = new Segment(number, articles, slots) { FacetNames = Segments.FacetNames.Read(layout, ref at) };
        long articleNumber = 0;
        var slot = 0;
        for (var article = 0; article < articles; article++)
        {
            articleNumber += Varint.Read(layout, ref at);
            segment.ArticleNumbers[article] = articleNumber;
            segment.Days[article] = (int)Varint.Read(layout, ref at);
            segment.Outlets[article] = segment.ReadFacet(layout, ref at);
            segment.Languages[article] = segment.ReadFacet(layout, ref at);
            segment.Collections[article] = segment.ReadFacet(layout, ref at);
            slot = segment.ReadSlots(article, slot, layout, ref at);
        }

        segment.FirstSlots[articles] = slot;
        return slot == slots ? segment : throw new InvalidDataException("The layout holds fewer slots than it names.");
    }

    private int ReadFacet(ReadOnlySpan<byte> layout, ref int at)
    {
        var number = (int)Varint.Read(layout, ref at);
        return (uint)number < (uint)FacetNames.Length ? number : throw new InvalidDataException("The layout uses a facet that it does not name.");
    }

    private int ReadSlots(int article, int slot, ReadOnlySpan<byte> layout, ref int at)
    {
        FirstSlots[article] = slot;
        var passages = (int)Varint.Read(layout, ref at);
        SlotArticles[slot] = ~article;
        Terms[slot] = (ushort)Varint.Read(layout, ref at);
        var terms = (int)Terms[slot++];
        var end = 0;
        for (var last = slot + passages; slot < last; slot++)
        {
            SlotArticles[slot] = article;
            Starts[slot] = end + (int)Varint.Read(layout, ref at);
            end = Ends[slot] = Starts[slot] + (int)Varint.Read(layout, ref at);
            Terms[slot] = (ushort)Varint.Read(layout, ref at);
            terms += Terms[slot];
        }

        ArticleTerms[article] = terms;
        return slot;
    }
}
