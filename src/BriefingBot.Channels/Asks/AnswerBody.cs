using System.ComponentModel.DataAnnotations;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Asks;

/// <summary>An answer.</summary>
/// <param name="Id">Names the answer; for feedback on it.</param>
/// <param name="Question">As it was understood: a follow-up is completed from what was asked before.</param>
/// <param name="Reply">Whether the corpus answers.</param>
/// <param name="Status">Computed from the evidence; null exactly where the reply is not-in-corpus.</param>
/// <param name="StatusReason">The rule and the counts in words.</param>
/// <param name="Text">With [1] markers, the numbers of the citations.</param>
/// <param name="AsOf">The newest written date of the evidence; null if none is written.</param>
/// <param name="Citations">Word for word, in the order of their numbers.</param>
/// <param name="History">How the status changed, oldest first.</param>
/// <param name="Searched">Where was looked.</param>
/// <param name="Nearest">Titles of the nearest articles where the corpus does not answer.</param>
/// <param name="Model">Who wrote the sentences: extractive for the articles' own words, else provider:model.</param>
/// <param name="ElapsedMs">The answer's own time, in milliseconds.</param>
/// <param name="Verification">What became of a model's sentences; only where one wrote.</param>
/// <param name="Usage">What the model took; only where one was asked.</param>
/// <param name="Note">Why a model's answer is not, or not wholly, given; only where there is something to say.</param>
// As AnswerJson writes it; here for the description of the API, held to it by a test.
internal sealed record AnswerBody(
    string Id,
    string Question,
    [property: AllowedValues("answered", "not-in-corpus")] string Reply,
    [property: AllowedValues("confirmed", "reported", "unconfirmed", "disputed", "denied", null)] string? Status,
    string StatusReason,
    string Text,
    DateOnly? AsOf,
    IReadOnlyList<CitationBody> Citations,
    IReadOnlyList<HistoryBody> History,
    Readings.Extent Searched,
    IReadOnlyList<string> Nearest,
    string Model,
    double ElapsedMs,
    VerificationBody? Verification = null,
    UsageBody? Usage = null,
    string? Note = null);

/// <param name="N">From 1; the marker in the answer's text. 0 for one that only the history shows.</param>
/// <param name="Quote">The article's own words at the span.</param>
/// <param name="ArticleId">For <c>/api/articles/{id}</c>.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Published">Null where none is written.</param>
/// <param name="Url">The article's own address; http or https.</param>
/// <param name="Span">In UTF-16 units of the article's text.</param>
/// <param name="Speaker">Who says it; null where the article speaks in its own voice.</param>
/// <param name="Stance">Toward the claim in question.</param>
/// <param name="Cue">The article's words that show the stance; null if there are none.</param>
internal sealed record CitationBody(
    int N, string Quote, string ArticleId, string Title, string? Outlet, string? Author, DateOnly? Published, string? Url, MarkedSpan Span, string? Speaker,
    [property: AllowedValues("supports", "refutes", "uncommitted", "unrelated")] string Stance, string? Cue);

/// <param name="Date">From when on.</param>
/// <param name="Status">What it became.</param>
/// <param name="Citation">What changed it.</param>
internal sealed record HistoryBody(DateOnly Date, [property: AllowedValues("confirmed", "reported", "unconfirmed", "disputed", "denied")] string Status, CitationBody Citation);

/// <param name="Kept">Sentences given as the model wrote them.</param>
/// <param name="Repaired">Sentences in which the source's own words stand in place of the model's.</param>
/// <param name="Dropped">Sentences that did not hold.</param>
/// <param name="Reasons">Why, a line each.</param>
internal sealed record VerificationBody(int Kept, int Repaired, int Dropped, IReadOnlyList<string> Reasons);

/// <param name="PromptTokens">Sent.</param>
/// <param name="AnswerTokens">Received.</param>
/// <param name="Requests">How many.</param>
/// <param name="Estimated">Whether the tokens are estimated.</param>
/// <param name="Cost">By the configured prices.</param>
internal sealed record UsageBody(int PromptTokens, int AnswerTokens, int Requests, bool Estimated, double Cost);
