using BriefingBot.Answers;

namespace BriefingBot.Evaluation;

/// <summary>What one turn was answered with.</summary>
/// <param name="Question">As understood from what went before.</param>
/// <param name="Ranked">Ids of the articles found, best first; empty where nobody asks for them.</param>
/// <param name="Usage">Null where no model was asked.</param>
public sealed record Answered(string Question, Answer Answer, IReadOnlyList<string> Ranked, TokenUsage? Usage = null);

/// <summary>What a model read and wrote, in tokens.</summary>
public sealed record TokenUsage(long Input, long Output);

/// <summary>Answers a turn. Called from several threads at once.</summary>
/// <param name="earlier">The turns before it in its conversation.</param>
public delegate Task<Answered> TurnAnswerer(SuiteTurn turn, Conversation earlier, CancellationToken cancellation);
