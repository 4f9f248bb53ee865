using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.BotFramework.Views;

/// <summary>Markdown messages, for the channels that have no view of their own.</summary>
internal sealed class PlainView : IReplyView
{
    // Of 28 KB, which count two bytes a character; JSON and what the connector adds need some more.
    private const int MostChars = 10_000;

    public bool Serves(string? channel) => true;

    public Task<ShownAnswer?> ShowAsync(Activity received, IAsyncEnumerable<BotReply> replies, IActivitySender sender, CancellationToken cancellation)
    {
        var typed = ActivityBot.TypedIn(received);
        return ShowAsync(replies, (answer, _) => PartsOf(answer, typed), sender, cancellation);
    }

    /// <summary>Sends replies as whole messages.</summary>
    /// <param name="replies">To one turn.</param>
    /// <param name="messagesOf">The messages that an answer of an id makes.</param>
    /// <param name="sender">Where they go.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ShownAnswer?> ShowAsync(IAsyncEnumerable<BotReply> replies, Func<Answer, string, IReadOnlyList<Activity>> messagesOf, IActivitySender sender, CancellationToken cancellation)
    {
        ShownAnswer? shown = null;
        await foreach (var reply in replies.WithCancellation(cancellation))
        {
            switch (reply)
            {
                case BotProgress:
                    _ = await sender.SendAsync(new Activity { Type = "typing" }, cancellation);
                    break;
                case BotText text:
                    _ = await SendAsync(Parts(MarkdownLines.Of(text.Text)), sender, cancellation);
                    break;
                case BotAnswer answer:
                    shown = new ShownAnswer(answer.Id, await SendAsync(messagesOf(answer.Answer, answer.Id), sender, cancellation));
                    break;
            }
        }

        return shown;
    }

    /// <summary>An answer in as many messages as it needs.</summary>
    /// <param name="answer">All of it is shown.</param>
    /// <param name="typed">What was said to the bot.</param>
    public static IReadOnlyList<Activity> PartsOf(Answer answer, string typed)
    {
        IEnumerable<string> parts = [AnswerText.Status(answer, typed), MarkdownLines.Of(answer.Text, answer.Citations), .. answer.Citations.Select(citation => SourceOf(citation, answer.Text)), AnswerText.End(answer)];
        return Parts(string.Join("\n\n", parts.Where(part => part.Length > 0)));
    }

    // With the quote, unless the answer is made of it.
    private static string SourceOf(Citation citation, string text)
    {
        var quote = text.Contains(citation.Quote.Text, StringComparison.Ordinal) ? "" : $"{MarkdownLines.Of(ExtractiveWriter.Marked(citation.Quote.Text))} · ";
        return $"[{citation.Number}] {quote}{MarkdownLines.Of(AnswerText.Source(citation))}{LinkOf(citation)}";
    }

    private static string LinkOf(Citation citation) => AnswerText.UrlOf(citation) is { } url
        ? $" · [{MarkdownLines.Of(AnswerText.TitleOf(citation))}](<{url.AbsoluteUri}>)" : $" · {MarkdownLines.Of(AnswerText.TitleOf(citation))}";

    private static IReadOnlyList<Activity> Parts(string text) => [.. TextParts.Of(text, MostChars).Select(part => new Activity { Type = "message", TextFormat = "markdown", Text = part })];

    private static async Task<string?> SendAsync(IReadOnlyList<Activity> messages, IActivitySender sender, CancellationToken cancellation)
    {
        string? id = null;
        foreach (var message in messages)
            id = await sender.SendAsync(message, cancellation) ?? id;
        return id;
    }
}
