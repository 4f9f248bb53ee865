namespace BriefingBot.Retrieval;

/// <summary>How much to look for.</summary>
public sealed record RetrievalOptions
{
    public static RetrievalOptions Default { get; } = new();

    /// <summary>Articles written after this day are left out; undated ones never are.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Which articles are searched; null for all.</summary>
    public PassageFilter? Filter { get; init; }

    /// <summary>How many passages the index hands on to be ranked exactly; from 1.</summary>
    public int MaxCandidates { get; init; } = 300;

    /// <summary>How many articles are read and ranked exactly; from 1.</summary>
    public int MaxArticles { get; init; } = 60;
}
