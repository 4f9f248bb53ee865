using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Bots;

/// <summary>One question through one door.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Caller">Who asks.</param>
public sealed record Ask(string Text, Caller Caller)
{
    /// <summary>Names the answer that this ask gets.</summary>
    public string Id { get; } = Guid.CreateVersion7().ToString("N");

    /// <summary>The conversation it belongs to, in the door's own words; null for a question that stands alone and is not kept.</summary>
    public string? Conversation { get; init; }

    /// <summary>A wider conversation that it belongs to as well: what was said last in that is remembered where nothing was said yet in its own. Null for none.</summary>
    public string? Within { get; init; }

    /// <summary>Answer as if nothing later were known; null for no limit.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Which articles the caller wants searched; null for all it may read.</summary>
    public PassageFilter? Filter { get; init; }

    /// <summary>Questions asked before, oldest first, where the door remembers them and not we: follow-ups are understood from them.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];
}
