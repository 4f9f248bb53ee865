using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Searches;

/// <summary>A segment as it stands at one commit: its articles that are gone are known, and its slots have their place among all.</summary>
internal sealed class SearchedSegment
{
    /// <summary>The day of an article that is gone: after any other.</summary>
    private const int Never = int.MaxValue;

    public SearchedSegment(Segment segment, IReadOnlySet<long> gone, int firstSlot, int firstArticle)
    {
        Segment = segment;
        FirstSlot = firstSlot;
        FirstArticle = firstArticle;
        Days = segment.Days;
        if (gone.Count > 0 && segment.ArticleNumbers.Any(gone.Contains))
            Days = [.. segment.Days.Select((day, article) => gone.Contains(segment.ArticleNumbers[article]) ? Never : day)];
        for (var article = 0; article < segment.Articles; article++)
        {
            if (Has(article))
                Totals += TotalsOf(article);
        }
    }

    public Segment Segment { get; }

    /// <summary>Where its slots begin among those of all segments.</summary>
    public int FirstSlot { get; }

    /// <summary>Where its articles begin among those of all segments.</summary>
    public int FirstArticle { get; }

    /// <summary>Day numbers of the written dates; 0 for none.</summary>
    public int[] Days { get; }

    public Totals Totals { get; }

    /// <summary>Whether any of its articles is gone.</summary>
    public bool HasGone => Days != Segment.Days;

    /// <summary>Whether the article at a position is not gone.</summary>
    public bool Has(int article) => Days[article] != Never;

    /// <summary>Whether the article of a number is here and not gone.</summary>
    public bool HasNumber(long number) => Array.BinarySearch(Segment.ArticleNumbers, number) is >= 0 and var article && Has(article);

    /// <summary><see cref="Days"/>, with articles that a filter leaves out as if they were gone.</summary>
    public int[] DaysWithin(PassageFilter filter)
    {
        var outlets = Admitted(filter.Outlets);
        var languages = Admitted(filter.Languages);
        var collections = Admitted(filter.Collections);
        var days = Days.ToArray();
        for (var article = 0; article < days.Length; article++)
        {
            var isAdmitted = outlets[Segment.Outlets[article]] && languages[Segment.Languages[article]] && collections[Segment.Collections[article]]
                && (!Has(article) || filter.Admits(days[article] == 0 ? null : DateOnly.FromDayNumber(days[article])));
            if (!isAdmitted)
                days[article] = Never;
        }

        return days;
    }

    private bool[] Admitted(IReadOnlyList<string>? names) => [.. Segment.FacetNames.Select(name => PassageFilter.Admits(names, name))];

    private Totals TotalsOf(int article)
    {
        var title = Segment.FirstSlots[article];
        var date = Days[article] == 0 ? (DateOnly?)null : DateOnly.FromDayNumber(Days[article]);
        return new Totals
        {
            Articles = 1,
            Passages = Segment.FirstSlots[article + 1] - title - 1,
            TitleTerms = Segment.Terms[title],
            PassageTerms = Segment.ArticleTerms[article] - Segment.Terms[title],
            From = date,
            To = date,
        };
    }
}

/// <summary>Sums over the articles that are not gone.</summary>
internal readonly record struct Totals
{
    public int Articles { get; init; }

    public int Passages { get; init; }

    public long TitleTerms { get; init; }

    public long PassageTerms { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public static Totals operator +(Totals left, Totals right) => new()
    {
        Articles = left.Articles + right.Articles,
        Passages = left.Passages + right.Passages,
        TitleTerms = left.TitleTerms + right.TitleTerms,
        PassageTerms = left.PassageTerms + right.PassageTerms,
        From = left.From is null || right.From < left.From ? right.From : left.From,
        To = left.To is null || right.To > left.To ? right.To : left.To,
    };
}
