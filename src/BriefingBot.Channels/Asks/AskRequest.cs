using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Problems;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Asks;

/// <summary>The body of <c>POST /api/ask</c> and <c>POST /api/check</c>.</summary>
/// <param name="Question">What is asked; for a check, the claim is given instead.</param>
/// <param name="Claim">A sentence that something is so.</param>
/// <param name="Conversation">Up to 128 characters, the client's own and hard to guess; questions of one are understood from the last ones.</param>
/// <param name="AsOf">Answer as if nothing later were known.</param>
/// <param name="Outlets">Search articles of these outlets only.</param>
/// <param name="Languages">Search articles in these languages only, ISO 639-1.</param>
/// <param name="Collections">Search articles of these collections only.</param>
/// <param name="From">The first day of publication.</param>
/// <param name="To">The last day of publication.</param>
internal sealed record AskRequest(
    string? Question = null,
    string? Claim = null,
    string? Conversation = null,
    DateOnly? AsOf = null,
    IReadOnlyList<string>? Outlets = null,
    IReadOnlyList<string>? Languages = null,
    IReadOnlyList<string>? Collections = null,
    DateOnly? From = null,
    DateOnly? To = null)
{
    public const int LongestConversationInChars = 128;

    /// <exception cref="RequestException">It asks nothing.</exception>
    public Ask ToAsk(Caller caller)
    {
        if (Conversation is { Length: 0 or > LongestConversationInChars })
            throw new RequestException($"conversation: it has {Conversation.Length} characters; give it 1 to {LongestConversationInChars}, or leave it out");

        var filter = new PassageFilter { Outlets = Outlets, Languages = Languages, Collections = Collections, From = From, To = To };
        return new Ask(Question ?? Claim ?? throw new RequestException("question: it is missing; send {\"question\": \"...\"}"), caller)
        {
            Conversation = Conversation,
            AsOf = AsOf,
            Filter = filter.IsEmpty ? null : filter,
        };
    }
}
