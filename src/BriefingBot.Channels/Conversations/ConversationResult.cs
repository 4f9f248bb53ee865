using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Conversations;

/// <summary>A conversation as it was.</summary>
/// <param name="Id">As the client calls it.</param>
/// <param name="Turns">Oldest first; none where nothing was asked, or all is forgotten.</param>
internal sealed record ConversationResult(string Id, IReadOnlyList<ConversationTurn> Turns);

/// <param name="Asked">As typed.</param>
/// <param name="At">When it was answered.</param>
/// <param name="AsOf">The limit it was asked with; null for none.</param>
/// <param name="Answer">As it was given.</param>
/// <param name="Stale">The citations whose article is not what it was; none where all are.</param>
/// <param name="Now">What the same question comes to now, where that is something else; null where it is the same.</param>
internal sealed record ConversationTurn(string Asked, DateTimeOffset At, DateOnly? AsOf, JsonElement Answer, IReadOnlyList<StaleCitation> Stale, StatusNow? Now);

/// <param name="N">The number of the citation.</param>
/// <param name="ArticleId">Its article.</param>
/// <param name="Reason">gone: there is no such article any more; changed: other words stand there now; edited: the words still stand there, in an article that has changed elsewhere.</param>
internal sealed record StaleCitation(int N, string ArticleId, [property: AllowedValues("gone", "changed", "edited")] string Reason);

/// <param name="Reply">answered or not-in-corpus.</param>
/// <param name="Status">Null where the corpus does not answer.</param>
/// <param name="StatusReason">The rule and the counts in words.</param>
internal sealed record StatusNow(
    [property: AllowedValues("answered", "not-in-corpus")] string Reply,
    [property: AllowedValues("confirmed", "reported", "unconfirmed", "disputed", "denied", null)] string? Status,
    string StatusReason)
{
    public static StatusNow Of(StatusDecided decided) =>
        new(AnswerJson.WordOf(decided.Reply), decided.Status is { } status ? ClaimWords.Of(status) : null, decided.Reason);
}
