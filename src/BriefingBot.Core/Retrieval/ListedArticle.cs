using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Which part of the list of a corpus.</summary>
public sealed record ListQuery
{
    /// <summary>Every article.</summary>
    public static ListQuery All { get; } = new();

    /// <summary>Which articles; null for all.</summary>
    public PassageFilter? Filter { get; init; }

    /// <summary>How many of them come before the part, from 0.</summary>
    public int Skip
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>How many articles the part has at most, from 0.</summary>
    public int Most
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = int.MaxValue;
}

/// <summary>A part of the list of a corpus.</summary>
/// <param name="Total">How many articles the filter admits.</param>
/// <param name="Articles">The part that was asked for.</param>
public sealed record ArticleList(int Total, IReadOnlyList<ListedArticle> Articles);

/// <summary>What the list of a corpus shows of an article.</summary>
/// <param name="Passages">How many, the title not counted.</param>
public sealed record ListedArticle(string Id, string Title, Provenance Provenance, int Passages);

/// <param name="Outlet">As the newest of the articles writes it; the others may differ in case.</param>
/// <param name="Articles">How many, from 1.</param>
public sealed record OutletCount(string Outlet, int Articles);
