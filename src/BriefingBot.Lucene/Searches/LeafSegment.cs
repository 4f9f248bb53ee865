using BriefingBot.Lucene.Documents;
using BriefingBot.Sqlite.Segments;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace BriefingBot.Lucene.Searches;

/// <summary>Reads the doc values of a leaf into a segment: its documents are the slots, and each article begins with that of its title.</summary>
internal static class LeafSegment
{
    /// <param name="number">The segment's own.</param>
    /// <param name="leaf">All of its documents are read, deleted ones too.</param>
    /// <exception cref="InvalidDataException">The leaf holds no blocks of articles.</exception>
    public static Segment Read(long number, AtomicReader leaf)
    {
        var spans = Values(leaf, FieldNames.Span);
        var articles = 0;
        for (var slot = 0; slot < leaf.MaxDoc; slot++)
            articles += spans.Get(slot) == 0 ? 1 : 0;

        var names = new FacetNumbers();
        var facets = ((string Field, int[] Numbers)[])[(FieldNames.Outlet, new int[articles]), (FieldNames.Language, new int[articles]), (FieldNames.Collection, new int[articles])];
        var segment = new Segment(number, articles, leaf.MaxDoc);
        ReadSlots(segment, leaf, spans);
        ReadArticles(segment, leaf);
        foreach (var (field, numbers) in facets)
            names.Read(leaf, field, segment.FirstSlots, numbers);
        segment.SetFacets(names.Names, facets[0].Numbers, facets[1].Numbers, facets[2].Numbers);
        return segment;
    }

    private static void ReadSlots(Segment segment, AtomicReader leaf, NumericDocValues spans)
    {
        var terms = Values(leaf, FieldNames.Terms);
        var article = -1;
        for (var slot = 0; slot < segment.Slots; slot++)
        {
            var span = spans.Get(slot);
            if (span == 0)
                segment.FirstSlots[++article] = slot;
            else if (article < 0)
                throw new InvalidDataException("a passage comes before the title of its article");
            segment.SlotArticles[slot] = span == 0 ? ~article : article;
            segment.Starts[slot] = (int)(span >> 32);
            segment.Ends[slot] = (int)(span >> 32) + (int)span;
            segment.Terms[slot] = (ushort)Math.Min(terms.Get(slot), ushort.MaxValue);
            segment.ArticleTerms[article] += segment.Terms[slot];
        }

        segment.FirstSlots[segment.Articles] = segment.Slots;
    }

    private static void ReadArticles(Segment segment, AtomicReader leaf)
    {
        var numbers = Values(leaf, FieldNames.Number);
        var days = Values(leaf, FieldNames.Day);
        for (var article = 0; article < segment.Articles; article++)
        {
            segment.ArticleNumbers[article] = numbers.Get(segment.FirstSlots[article]);
            segment.Days[article] = (int)days.Get(segment.FirstSlots[article]);
        }
    }

    private static NumericDocValues Values(AtomicReader leaf, string field) =>
        leaf.GetNumericDocValues(field) ?? throw new InvalidDataException($"no {field} values");

    /// <summary>Numbers the names of outlets, languages and collections in one sequence; 0 is none.</summary>
    private sealed class FacetNumbers
    {
        private readonly List<string?> _names = [null];

        public string?[] Names => [.. _names];

        public void Read(AtomicReader leaf, string field, int[] firstSlots, int[] numbers)
        {
            if (leaf.GetSortedDocValues(field) is not { } values)
                return;

            var first = _names.Count;
            var name = new BytesRef();
            for (var ordinal = 0; ordinal < values.ValueCount; ordinal++)
            {
                values.LookupOrd(ordinal, name);
                _names.Add(name.Utf8ToString());
            }

            for (var article = 0; article < numbers.Length; article++)
                numbers[article] = values.GetOrd(firstSlots[article]) is >= 0 and var ordinal ? first + ordinal : 0;
        }
    }
}
