using Microsoft.Extensions.AI;

namespace BriefingBot.Answers.Drafts;

/// <summary>Counts what one answer takes, over all its requests. Used by one answer at a time.</summary>
internal sealed class DraftRun(DraftOptions options)
{
    private int _promptTokens;
    private int _answerTokens;
    private int _requests;
    private bool _isEstimated;

    public TimeSpan? FirstSentence { get; set; }

    /// <param name="counted">By the model; null where it does not count.</param>
    /// <param name="promptTokens">As estimated.</param>
    public void Count(UsageDetails? counted, int promptTokens, int answerChars)
    {
        _requests++;
        if (counted is { InputTokenCount: { } input, OutputTokenCount: { } output })
        {
            _promptTokens += (int)Math.Min(input, int.MaxValue / 2);
            _answerTokens += (int)Math.Min(output, int.MaxValue / 2);
            return;
        }

        _isEstimated = true;
        _promptTokens += promptTokens;
        _answerTokens += (answerChars + 3) / 4;
    }

    public ModelUsage Usage => new(_promptTokens, _answerTokens, _requests, _isEstimated,
        (decimal)(((_promptTokens * options.PricePerMillionPromptTokens) + (_answerTokens * options.PricePerMillionAnswerTokens)) / 1_000_000), FirstSentence);
}
