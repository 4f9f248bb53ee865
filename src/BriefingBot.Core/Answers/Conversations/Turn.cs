namespace BriefingBot.Answers;

/// <summary>One question of a conversation and its answer.</summary>
/// <param name="Question">As it stands alone, not as it was typed.</param>
public sealed record Turn(string Question, Answer Answer);
