using System.Text;
using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.DirectLine;

/// <summary>Answers as Web Chat shows them: streamed by its channel data, markers that open their quotes, thumbs.</summary>
internal sealed class WebChatView : IReplyView
{
    public bool Serves(string? channel) => channel is "directline" or "webchat";

    // Azure's own service takes a few activities a second, and 100 KB each.
    private const int MostBytesOfConnector = 25 * 1024;

    public async Task<ShownAnswer?> ShowAsync(Activity received, IAsyncEnumerable<BotReply> replies, IActivitySender sender, CancellationToken cancellation)
    {
        var typed = ActivityBot.TypedIn(received);
        if (received.ServiceUrl is not null)
            return await PlainView.ShowAsync(replies, (answer, id) => ForConnector(answer, id, typed), sender, cancellation);

        var (stream, sequence, text) = ((string?)null, 0, new StringBuilder());
        await foreach (var reply in replies.WithCancellation(cancellation))
        {
            switch (reply)
            {
                case BotProgress progress:
                    stream = await sender.SendAsync(Part(MarkdownLines.Of(progress.Text), "informative", ++sequence, stream), cancellation);
                    break;
                case BotStatus { Decided: var decided }:
                    text.Append($"{AnswerText.Status(decided, typed)}\n\n");
                    break;
                case BotSentence { Written: var sentence }:
                    text.Append(MarkdownLines.Of(sentence.Text));
                    _ = await sender.SendAsync(Part(text.ToString(), "streaming", ++sequence, stream), cancellation);
                    break;
                case BotText said:
                    _ = await sender.SendAsync(Message(MarkdownLines.Of(said.Text), stream), cancellation);
                    break;
                case BotAnswer { Answer: var answer, Id: var id }:
                    return new ShownAnswer(id, await sender.SendAsync(Message(TextOf(answer, typed), stream) with { Entities = [WebChatEntity.Of(id, answer.Citations)] }, cancellation));
            }
        }

        return null;
    }

    // Whole where it fits; else in parts, whose quotes stand in their text.
    private static IReadOnlyList<Activity> ForConnector(Answer answer, string id, string typed)
    {
        var whole = Message(TextOf(answer, typed), stream: null) with { Entities = [WebChatEntity.Of(id, answer.Citations)] };
        if (ActivityJson.SizeInBytes(whole) <= MostBytesOfConnector)
            return [whole];
        var parts = PlainView.PartsOf(answer, typed);
        return [.. parts.SkipLast(1), parts[^1] with { Entities = [WebChatEntity.Of(id, [])] }];
    }

    private static Activity Part(string text, string type, int sequence, string? stream) => new()
    {
        Type = "typing",
        TextFormat = "markdown",
        Text = text,
        ChannelData = stream is null ? ActivityJson.Of(new { streamType = type, streamSequence = sequence }) : ActivityJson.Of(new { streamType = type, streamSequence = sequence, streamId = stream }),
    };

    private static Activity Message(string text, string? stream) => new()
    {
        Type = "message",
        TextFormat = "markdown",
        Text = text,
        ChannelData = stream is null ? null : ActivityJson.Of(new { streamType = "final", streamId = stream }),
    };

    // Markers are links by definitions at the end: to the article, or to a window with the quote.
    private static string TextOf(Answer answer, string typed)
    {
        var definitions = answer.Citations.Where(citation => citation.Number >= 1).Select(citation => $"[{citation.Number}]: {Destination(citation)} {Title(citation)}");
        return string.Join("\n\n", ((string[])[AnswerText.Status(answer, typed), MarkdownLines.Of(answer.Text, answer.Citations), AnswerText.End(answer), string.Join('\n', definitions)]).Where(part => part.Length > 0));
    }

    private static string Destination(Citation citation) => AnswerText.UrlOf(citation) is { } url ? $"<{url.AbsoluteUri.Replace(">", "%3E", StringComparison.Ordinal)}>" : $"cite:{citation.Number}";

    private static string Title(Citation citation)
    {
        var title = AnswerText.Short(AnswerText.TitleOf(citation), 200).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal);
        return $"\"{title}\"";
    }
}
