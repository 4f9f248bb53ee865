using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Answers.Drafts;

/// <summary>What one answer by a model may take. Tokens are counted by the model where it says, else estimated.</summary>
public sealed record DraftOptions
{
    public static DraftOptions Default { get; } = new();

    /// <summary>Instructions, question and passages together, as estimated.</summary>
    [Range(600, 200_000)]
    public int MaxPromptTokens { get; init; } = 1_800;

    /// <summary>Of one draft; a longer one is cut off.</summary>
    [Range(50, 20_000)]
    public int MaxAnswerTokens { get; init; } = 600;

    [Range(1, 20)]
    public int MaxSentences { get; init; } = 6;

    /// <summary>How often a model that can call functions may look something up for one draft; 0 for never.</summary>
    [Range(0, 20)]
    public int MaxLookups { get; init; } = 4;

    /// <summary>Of what it looks up for one draft, together, as estimated.</summary>
    [Range(0, 200_000)]
    public int MaxLookupTokens { get; init; } = 2_400;

    /// <summary>From the first request to the last word, retries and the second draft included.</summary>
    [Range(1, 600)]
    public double MaxSeconds { get; init; } = 60;

    /// <summary>A model that sends nothing for so long is given up.</summary>
    [Range(0.05, 600)]
    public double MaxSilenceSeconds { get; init; } = 20;

    /// <summary>Of one draft, after the first request.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 2;

    /// <summary>Before the first retry, twice as long before each further one; where the server names a time, that counts.</summary>
    [Range(0, 60)]
    public double RetryDelaySeconds { get; init; } = 0.5;

    /// <summary>Of all answers of one day (UTC); 0 for no cap.</summary>
    [Range(0, long.MaxValue)]
    public long MaxTokensPerDay { get; init; }

    /// <summary>Of all answers of one conversation; 0 for no cap.</summary>
    [Range(0, long.MaxValue)]
    public long MaxTokensPerConversation { get; init; }

    /// <summary>In whatever currency the bill has; 0 where it costs nothing or nobody counts.</summary>
    [Range(0, 1_000_000)]
    public double PricePerMillionPromptTokens { get; init; }

    [Range(0, 1_000_000)]
    public double PricePerMillionAnswerTokens { get; init; }
}
