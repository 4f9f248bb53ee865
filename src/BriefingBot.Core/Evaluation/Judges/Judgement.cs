namespace BriefingBot.Evaluation;

/// <summary>What a model thinks of an answer: the mean of several runs.</summary>
/// <param name="Faithfulness">0 to 1: the sentences that the quotes bear; null where the answer states nothing.</param>
/// <param name="Correctness">0 to 1: in how many runs it was called correct; null where nothing is expected of it.</param>
/// <param name="Error">Why there is no judgement; null if there is one.</param>
public sealed record Judgement(double? Faithfulness, double? Correctness, string? Error);
