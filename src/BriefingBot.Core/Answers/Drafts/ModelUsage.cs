namespace BriefingBot.Answers.Drafts;

/// <summary>What one answer took.</summary>
/// <param name="PromptTokens">Of all requests.</param>
/// <param name="Requests">Retries and second drafts included.</param>
/// <param name="IsEstimated">Whether the model did not count the tokens of some request itself.</param>
/// <param name="Cost">By the prices in the options.</param>
/// <param name="FirstSentence">From the first request to the first sentence that holds; null if none did.</param>
public sealed record ModelUsage(int PromptTokens, int AnswerTokens, int Requests, bool IsEstimated, decimal Cost, TimeSpan? FirstSentence)
{
    public int TotalTokens => PromptTokens + AnswerTokens;
}
