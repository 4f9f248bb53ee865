using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>How to answer one question.</summary>
public sealed record AskOptions
{
    public static AskOptions Default { get; } = new();

    /// <summary>Answer as if nothing later were known; null for no limit.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Which articles are searched; null for all.</summary>
    public PassageFilter? Filter { get; init; }

    /// <summary>The day the question is asked: news near it is preferred; null if that is not to count.</summary>
    public DateOnly? Asked { get; init; }

    /// <summary>Whose cap on a model's tokens it counts against; null for none.</summary>
    public string? ConversationId { get; init; }
}
