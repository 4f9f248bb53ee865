using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>Which articles are searched. Null sets no bound; names are compared by <see cref="KeyOf"/>.</summary>
/// <remarks>Filters that name the same, in whatever order, are equal.</remarks>
public sealed record PassageFilter
{
    /// <summary>Articles of one of these outlets.</summary>
    public IReadOnlyList<string>? Outlets { get; init; }

    /// <summary>ISO 639-1; articles in one of these.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Articles of one of these <see cref="Provenance.Collection"/>s.</summary>
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>The first day of publication. Undated articles are left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of publication. Undated articles are left out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether it bounds nothing.</summary>
    public bool IsEmpty => Outlets is null && Languages is null && Collections is null && From is null && To is null;

    /// <summary>A name without its case and the space around it, as names are compared.</summary>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim().ToLowerInvariant();
    }

    public bool Admits(Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        return Admits(provenance.Published)
            && Admits(Outlets, provenance.Outlet)
            && Admits(Languages, provenance.Language)
            && Admits(Collections, provenance.Collection);
    }

    /// <summary>Whether an article of this day may be searched; null for undated.</summary>
    public bool Admits(DateOnly? published) =>
        (From is null && To is null) || (published is { } day && (From is null || day >= From) && (To is null || day <= To));

    /// <summary>Whether one of the names that may be searched is that of the article.</summary>
    /// <param name="admitted">One of this filter's lists; null for any.</param>
    /// <param name="name">The article's; null if it has none.</param>
    public static bool Admits(IReadOnlyList<string>? admitted, string? name) =>
        admitted is null || (name is not null && admitted.Any(other => KeyOf(other).Equals(KeyOf(name), StringComparison.Ordinal)));

    public bool Equals(PassageFilter? other) =>
        other is not null && (From, To) == (other.From, other.To)
        && AreSame(Outlets, other.Outlets) && AreSame(Languages, other.Languages) && AreSame(Collections, other.Collections);

    public override int GetHashCode() => HashCode.Combine(From, To, HashOf(Outlets), HashOf(Languages), HashOf(Collections));

    /// <summary>The keys of one of a filter's lists, to look up many names in; null for any.</summary>
    public static IReadOnlySet<string>? KeysOf(IReadOnlyList<string>? admitted) => admitted?.Select(KeyOf).ToHashSet(StringComparer.Ordinal);

    private static bool AreSame(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        left is null || right is null ? left is null && right is null : KeysOf(left)!.SetEquals(right.Select(KeyOf));

    // Whatever the order, and however often a name is given.
    private static int HashOf(IReadOnlyList<string>? names) =>
        names is null ? 0 : KeysOf(names)!.Aggregate(1, static (hash, key) => hash ^ string.GetHashCode(key, StringComparison.Ordinal));
}
