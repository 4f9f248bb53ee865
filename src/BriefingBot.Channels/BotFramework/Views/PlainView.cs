using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.BotFramework.Views;

/// <summary>Markdown messages, for the channels that have no view of their own.</summary>
internal sealed class PlainView : IReplyView
{
    // Half of the 100 KB that the connector takes, which count two bytes a character; JSON needs some more.
    private const int MostChars = 20_000;

    public bool Serves(string? channel) => true;

    public async Task<ShownAnswer?> ShowAsync(Activity received, IAsyncEnumerable<BotReply> replies, IActivitySender sender, CancellationToken cancellation)
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
                    _ = await SendAsync(MarkdownLines.Of(text.Text), sender, cancellation);
                    break;
                case BotAnswer answer:
                    shown = new ShownAnswer(answer.Id, await SendAsync(TextOf(answer.Answer), sender, cancellation));
                    break;
            }
        }

        return shown;
    }

    private static string TextOf(Answer answer)
    {
        var sources = answer.Citations.Select(citation => $"[{citation.Number}] {MarkdownLines.Of(AnswerText.Source(citation))}{LinkOf(citation)}");
        return string.Join("\n\n", [AnswerText.Status(answer.Status, answer.StatusReason), MarkdownLines.Of(answer.Text, answer.Citations.Count), .. sources, AnswerText.Searched(answer)]);
    }

    private static string LinkOf(Citation citation) => AnswerText.UrlOf(citation) is { } url
        ? $" · [{MarkdownLines.Of(AnswerText.TitleOf(citation))}](<{url.AbsoluteUri}>)" : $" · {MarkdownLines.Of(AnswerText.TitleOf(citation))}";

    private static async Task<string?> SendAsync(string text, IActivitySender sender, CancellationToken cancellation)
    {
        string? id = null;
        foreach (var part in TextParts.Of(text, MostChars))
            id = await sender.SendAsync(new Activity { Type = "message", TextFormat = "markdown", Text = part }, cancellation) ?? id;
        return id;
    }
}
