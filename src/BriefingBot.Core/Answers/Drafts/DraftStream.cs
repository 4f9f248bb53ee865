using Microsoft.Extensions.AI;

namespace BriefingBot.Answers.Drafts;

/// <summary>One model's reply to one request, as it comes.</summary>
internal sealed class DraftStream(DraftRun run, IReadOnlyList<ChatMessage> asked, CorpusLookup lookup)
{
    private readonly DraftReader _reader = new();
    private UsageDetails? _usage;
    private ChatFinishReason? _finish;

    public int LengthInChars => _reader.LengthInChars;

    /// <exception cref="ModelException">It declines, or writes no draft.</exception>
    public IEnumerable<DraftSentence> Read(ChatResponseUpdate update)
    {
        _finish = update.FinishReason ?? _finish;
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            _usage = usage.Details;
        }

        return _finish == ChatFinishReason.ContentFilter || update.Contents.OfType<ErrorContent>().Any()
            ? throw new ModelException(ModelFailure.Declined, "the model declined to answer")
            : _reader.Add(update.Text);
    }

    public void Count() => run.Count(_usage, lookup.TakePromptTokens(asked.Sum(message => TokenEstimate.Of(message.Text))), LengthInChars);

    /// <param name="hasSentence">Whether some sentence has come.</param>
    /// <param name="isCut">Whether it was not read to its end.</param>
    /// <exception cref="ModelException">What came is no whole draft.</exception>
    public void End(bool hasSentence, bool isCut)
    {
        if (_reader.IsComplete || (hasSentence && (isCut || _finish == ChatFinishReason.Length)))
        {
            return;
        }

        throw isCut ? new ModelException(ModelFailure.Broken, "the model wrote without end")
            : LengthInChars == 0 ? new ModelException(ModelFailure.Broken, "the model's answer was empty")
            : _finish is null ? new ModelException(ModelFailure.Unavailable, "the model stopped in the middle")
            : new ModelException(ModelFailure.Broken, "the model did not write a whole draft");
    }
}
