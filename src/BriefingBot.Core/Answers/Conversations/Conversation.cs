using System.Collections.Immutable;

namespace BriefingBot.Answers;

/// <summary>The last turns of a conversation, at most <see cref="MostTurns"/>. Immutable.</summary>
public sealed class Conversation
{
    /// <summary>What came before them is forgotten.</summary>
    public const int MostTurns = 8;

    private readonly ImmutableList<Turn> turns;

    private Conversation(ImmutableList<Turn> turns) => this.turns = turns;

    public static Conversation Empty { get; } = new([]);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Turn> Turns => turns;

    public Conversation With(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return new Conversation((turns.Count < MostTurns ? turns : turns.RemoveAt(0)).Add(turn));
    }

    /// <summary>What a question may mean after these turns: questions that stand alone, the likeliest first, at least one.</summary>
    /// <param name="text">As typed.</param>
    public IReadOnlyList<string> Resolve(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return turns.Count == 0 ? [text] : FollowUp.Resolve(text, turns);
    }
}
