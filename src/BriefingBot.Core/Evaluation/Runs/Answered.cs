using BriefingBot.Answers;

namespace BriefingBot.Evaluation;

/// <summary>What one turn was answered with.</summary>
/// <param name="Turn">The question as understood from what went before, and its answer.</param>
/// <param name="Ranked">Ids of the articles found, best first; empty where nobody asks for them.</param>
public sealed record Answered(Turn Turn, IReadOnlyList<string> Ranked);

/// <summary>Answers a turn. Called from several threads at once.</summary>
/// <param name="earlier">The turns before it in its conversation.</param>
public delegate Task<Answered> TurnAnswerer(SuiteTurn turn, Conversation earlier, CancellationToken cancellation);
