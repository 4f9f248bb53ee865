using BriefingBot.Answers.Drafts;
using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Whether the corpus answers.</summary>
public enum Reply
{
    Answered,
    NotInCorpus,
}

/// <summary>A quote as shown to a reader.</summary>
/// <param name="Number">From 1; the marker in the answer's text. 0 for one that only the history shows.</param>
/// <param name="Quote">Words and article.</param>
/// <param name="Speaker">Who says it; null where the article speaks in its own voice.</param>
/// <param name="Stance">Toward the claim in question.</param>
/// <param name="Cue">The article's words that show the stance, else the saying; null if there are none.</param>
public sealed record Citation(int Number, Quote Quote, string? Speaker, Stance Stance, string? Cue);

/// <param name="Date">From when on.</param>
/// <param name="Status">What the claim's status became.</param>
/// <param name="Citation">What changed it.</param>
public sealed record HistoryEntry(DateOnly Date, ClaimStatus Status, Citation Citation);

/// <summary>What the bot answers.</summary>
/// <param name="Status">Null exactly where the reply is not-in-corpus.</param>
/// <param name="StatusReason">The rule and the counts in words.</param>
/// <param name="Text">With [1] markers.</param>
/// <param name="AsOf">The newest written date of the evidence; null if none is written.</param>
/// <param name="Nearest">Titles of the nearest articles where the corpus does not answer.</param>
public sealed record Answer(
    string Question,
    Reply Reply,
    ClaimStatus? Status,
    string StatusReason,
    string Text,
    DateOnly? AsOf,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<HistoryEntry> History,
    CorpusExtent Searched,
    IReadOnlyList<string> Nearest,
    string Model,
    TimeSpan Elapsed)
{
    /// <summary>What became of the sentences that were written; null where none was.</summary>
    public VerificationReport? Verification { get; init; }

    /// <summary>What a model took; null where none was asked.</summary>
    public ModelUsage? Usage { get; init; }

    /// <summary>Why a model's answer is not, or not wholly, given: one line; null if there is nothing to say.</summary>
    public string? Note { get; init; }
}
