using System.Collections.Concurrent;

namespace BriefingBot.Answers.Drafts;

/// <summary>Counts the tokens of each day and conversation against the caps. Thread-safe; starts anew with the process.</summary>
internal sealed class UsageMeter(DraftOptions options, TimeProvider time)
{
    // With more, the counts of conversations start anew: memory is bounded.
    private const int MostConversations = 100_000;

    private readonly ConcurrentDictionary<string, long> _conversations = new(StringComparer.Ordinal);
    private readonly Lock _counting = new();
    private DateOnly _day;
    private long _today;

    /// <returns>Why no more may be spent; null if it may.</returns>
    public string? Cap(string? conversation)
    {
        lock (_counting)
        {
            StartDay();
            if (options.MaxTokensPerDay > 0 && _today >= options.MaxTokensPerDay)
            {
                return $"the model's {options.MaxTokensPerDay:N0} tokens of today are used up";
            }
        }

        return options.MaxTokensPerConversation > 0 && conversation is not null && _conversations.GetValueOrDefault(conversation) >= options.MaxTokensPerConversation
            ? $"the model's {options.MaxTokensPerConversation:N0} tokens of this conversation are used up" : null;
    }

    public void Count(string? conversation, ModelUsage usage)
    {
        lock (_counting)
        {
            StartDay();
            _today += usage.TotalTokens;
        }

        if (options.MaxTokensPerConversation > 0 && conversation is not null)
        {
            if (_conversations.Count >= MostConversations)
            {
                _conversations.Clear();
            }

            _conversations.AddOrUpdate(conversation, usage.TotalTokens, (_, counted) => counted + usage.TotalTokens);
        }
    }

    private void StartDay()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            (_day, _today) = (today, 0);
        }
    }
}
