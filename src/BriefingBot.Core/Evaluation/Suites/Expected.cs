using BriefingBot.Answers;
using BriefingBot.Claims;

namespace BriefingBot.Evaluation;

/// <summary>A claim's status, or that the corpus does not answer.</summary>
public enum AnswerStatus
{
    Confirmed,
    Reported,
    Unconfirmed,
    Disputed,
    Denied,
    NotInCorpus,
}

/// <summary>The statuses as the contracts write them.</summary>
public static class AnswerStatuses
{
    public static AnswerStatus Of(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Status switch
        {
            ClaimStatus.Confirmed => AnswerStatus.Confirmed,
            ClaimStatus.Reported => AnswerStatus.Reported,
            ClaimStatus.Unconfirmed => AnswerStatus.Unconfirmed,
            ClaimStatus.Disputed => AnswerStatus.Disputed,
            ClaimStatus.Denied => AnswerStatus.Denied,
            _ => AnswerStatus.NotInCorpus,
        };
    }

    public static string Word(AnswerStatus status) => status == AnswerStatus.NotInCorpus ? "not-in-corpus" : status.ToString().ToLowerInvariant();

    /// <returns>Null for any other word.</returns>
    public static AnswerStatus? Find(string word)
    {
        foreach (var status in Enum.GetValues<AnswerStatus>())
        {
            if (Word(status) == word)
            {
                return status;
            }
        }

        return null;
    }
}

/// <summary>What a person says is right about one answer. What is left open is null or empty, and not measured.</summary>
public sealed record Expected
{
    public AnswerStatus? Status { get; init; }

    /// <summary>Whether the corpus is right not to answer; follows from the status, or from any evidence that is named.</summary>
    public bool? NotInCorpus { get; init; }

    /// <summary>Each must occur in a citation.</summary>
    public IReadOnlyList<ExpectedQuote> Quotes { get; init; } = [];

    /// <summary>Ids of the articles that answer; one of them must be cited.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Each must be a citation's speaker; a part of the name will do.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Each must stand in the answer's text; <c>a | b</c> where either will do. Case does not count.</summary>
    public IReadOnlyList<string> MustSay { get; init; } = [];

    /// <summary>None may stand in the answer's text. Case does not count.</summary>
    public IReadOnlyList<string> MustNotSay { get; init; } = [];
}

/// <param name="Text">Word for word; blanks and the form of quotation marks do not count.</param>
/// <param name="Speaker">Who must be given as its speaker; null if that is left open.</param>
public sealed record ExpectedQuote(string Text, string? Speaker);
