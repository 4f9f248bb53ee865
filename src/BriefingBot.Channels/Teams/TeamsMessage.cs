using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;

namespace BriefingBot.Channels.Teams;

/// <summary>An answer as messages that Teams takes: together they hold all of it.</summary>
internal static class TeamsMessage
{
    /// <summary>Half of a message; its card takes the other.</summary>
    public const int MostTextChars = 5_000;

    // 28 KB, counted two bytes a character, less what the connector adds: conversation, accounts, addresses.
    private const int MostBytes = 25 * 1024;

    private static readonly JsonElement FeedbackLoop = ActivityJson.Of(new { feedbackLoop = new { type = "default" } });

    /// <summary>Says that a program wrote it.</summary>
    public static JsonElement AiLabel { get; } = TeamsCitations.Of([]);

    public static IReadOnlyList<Activity> Of(string text) => [.. TextParts.Of(MarkdownLines.Of(text), MostTextChars).Select(Message)];

    /// <param name="answer">All of it is shown.</param>
    /// <param name="typed">What was said to the bot.</param>
    public static IReadOnlyList<Activity> Of(Answer answer, string typed)
    {
        var text = $"{AnswerText.Status(answer, typed)}\n\n{MarkdownLines.Of(answer.Text, answer.Citations)}\n\n{AnswerText.End(answer)}".TrimEnd();
        var parts = TextParts.Of(text, MostTextChars);
        List<Activity> messages = [Message(parts[0]) with { Entities = [TeamsCitations.Of(answer.Citations)], ChannelData = FeedbackLoop }];
        messages.AddRange(parts.Skip(1).Select(part => Message(part) with { Entities = [AiLabel] }));

        // The first card goes with the first message; quotes that it does not hold go on in others.
        var quotes = answer.Citations;
        var isFirst = true;
        do
        {
            var carrier = isFirst ? messages[0] : Message(null) with { Entities = [AiLabel] };
            var (message, taken) = WithCard(carrier, answer, quotes, isFirst);
            if (isFirst)
                messages[0] = message;
            else
                messages.Add(message);
            quotes = [.. quotes.Skip(taken)];
            isFirst = false;
        }
        while (quotes.Count > 0);

        return messages;
    }

    // As many quotes as fit; one at least, which is shortened by the card where it is endless.
    private static (Activity, int) WithCard(Activity message, Answer answer, IReadOnlyList<Citation> quotes, bool isFirst)
    {
        for (var count = quotes.Count; ; count--)
        {
            var card = message with { Attachments = [TeamsCard.Of(answer, [.. quotes.Take(count)], isFirst)] };
            if (count <= 1 || ActivityJson.SizeInBytes(card) <= MostBytes)
                return (card, count);
        }
    }

    private static Activity Message(string? text) => new() { Type = "message", TextFormat = "markdown", Text = text };
}
