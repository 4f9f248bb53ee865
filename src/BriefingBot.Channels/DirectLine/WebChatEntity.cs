using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;
using BriefingBot.Channels.Feedbacks;

namespace BriefingBot.Channels.DirectLine;

/// <summary>The entity by which Web Chat shows what markers lead to, and thumbs; and what comes back of them.</summary>
internal static class WebChatEntity
{
    private const string Up = "#up";
    private const string Down = "#down";
    private const string Event = "webchat:activity-status/feedback";

    public static JsonElement Of(string answerId, IReadOnlyList<Citation> citations) => ActivityJson.Of(new Dictionary<string, object>
    {
        ["@context"] = "https://schema.org",
        ["@id"] = "",
        ["@type"] = "Message",
        ["type"] = "https://schema.org/Message",
        ["additionalType"] = (string[])["AIGeneratedContent"],
        ["citation"] = citations.Where(citation => citation.Number >= 1).Select(Claim).ToArray(),
        ["potentialAction"] = (object[])[Action("LikeAction", $"{answerId}{Up}"), Action("DislikeAction", $"{answerId}{Down}")],
    });

    /// <summary>What a reader thinks of an answer; null where the activity tells nothing of the kind.</summary>
    public static (string AnswerId, FeedbackRating Rating)? FeedbackIn(Activity received) =>
        received is not { Type: "event", Name: Event } ? null
        : (received.Entities ?? []).Select(entity => ActivityJson.Text(entity, "@id")).Select(RatingIn).FirstOrDefault(rating => rating is not null);

    private static (string, FeedbackRating)? RatingIn(string? id) =>
        id is null ? null
        : id.EndsWith(Up, StringComparison.Ordinal) ? (id[..^Up.Length], FeedbackRating.Up)
        : id.EndsWith(Down, StringComparison.Ordinal) ? (id[..^Down.Length], FeedbackRating.Down)
        : null;

    private static Dictionary<string, object> Claim(Citation citation)
    {
        Dictionary<string, object> appearance = new()
        {
            ["@type"] = "DigitalDocument",
            ["name"] = AnswerText.Short(AnswerText.TitleOf(citation), 200),
            // Shown as Markdown, where an article's image would be fetched.
            ["text"] = MarkdownLines.Of($"{ExtractiveWriter.Marked(citation.Quote.Text)}\n{AnswerText.Source(citation)}"),
        };
        if (AnswerText.UrlOf(citation) is { } url)
            appearance["url"] = url.AbsoluteUri;
        return new() { ["@type"] = "Claim", ["position"] = citation.Number, ["appearance"] = appearance };
    }

    private static Dictionary<string, object> Action(string type, string id) => new() { ["@type"] = type, ["@id"] = id, ["actionStatus"] = "PotentialActionStatus" };
}
