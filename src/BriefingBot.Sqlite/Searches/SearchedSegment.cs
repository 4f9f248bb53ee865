using BriefingBot.Retrieval;
using BriefingBot.Sqlite.Segments;

namespace BriefingBot.Sqlite.Searches;

/// <summary>A segment as it stands at one commit: its articles that are gone are known, and its slots have their place among all.</summary>
internal sealed class SearchedSegment
{
    /// <summary>The day of an article that is gone: after any other.</summary>
    private const int Never = int.MaxValue;

    /// <summary>A day after every day there is, before that of an article that is gone.</summary>
    public const int LastDay = Never - 1;

    public SearchedSegment(Segment segment, IReadOnlySet<long> gone, int firstSlot, int firstArticle)
    {
        Segment = segment;
        FirstSlot = firstSlot;
        FirstArticle = firstArticle;
        Days = segment.Days;
        if (gone.Count > 0 && segment.ArticleNumbers.Any(gone.Contains))
            Days = [.. segment.Days.Select((day, article) => gone.Contains(segment.ArticleNumbers[article]) ? Never : day)];
        Totals = TotalsUntil(Days, LastDay);
    }

    public Segment Segment { get; }

    /// <summary>Where its slots begin among those of all segments.</summary>
    public int FirstSlot { get; }

    /// <summary>Where its articles begin among those of all segments.</summary>
    public int FirstArticle { get; }

    /// <summary>Day numbers of the written dates; 0 for none.</summary>
    public int[] Days { get; }

    public Totals Totals { get; }

    /// <summary>Whether the article at a position is not gone.</summary>
    public bool Has(int article) => Days[article] != Never;

    /// <summary>Whether the article of a number is here and not gone.</summary>
    public bool HasNumber(long number) => Array.BinarySearch(Segment.ArticleNumbers, number) is >= 0 and var article && Has(article);

    /// <summary><see cref="Days"/>, with articles that a filter leaves out as if they were gone.</summary>
    public int[] DaysWithin(PassageFilter filter)
    {
        var (outlets, languages, collections) = (Admitted(filter.Outlets), Admitted(filter.Languages), Admitted(filter.Collections));
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

    /// <summary>Sums over the articles up to a day.</summary>
    /// <param name="days">Of each article.</param>
    /// <param name="last">A day number; undated articles count whatever it is.</param>
    public Totals TotalsUntil(int[] days, int last)
    {
        var totals = new Totals();
        for (var article = 0; article < days.Length; article++)
        {
            if (days[article] <= last)
                totals += TotalsOf(article);
        }

        return totals;
    }

    private bool[] Admitted(IReadOnlyList<string>? names)
    {
        var admitted = PassageFilter.KeysOf(names);
        return [.. Segment.FacetNames.Select(name => admitted is null || (name is not null && admitted.Contains(name)))];
    }

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
    public CorpusExtent Extent => new(Articles, Passages, From, To);

    public float AverageTitleTerms => (float)TitleTerms / Math.Max(1, Articles);

    public float AveragePassageTerms => (float)PassageTerms / Math.Max(1, Passages);

    public float AverageArticleTerms => (float)(TitleTerms + PassageTerms) / Math.Max(1, Articles);

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
