using BriefingBot.Answers;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Views;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.Teams;

/// <summary>Answers in Teams: streamed to one person, as one message in the thread elsewhere; with citations, a card and thumbs.</summary>
internal sealed class TeamsView(TimeProvider time) : IReplyView
{
    public const string Channel = "msteams";

    public bool Serves(string? channel) => channel == Channel;

    public async Task<ShownAnswer?> ShowAsync(Activity received, IAsyncEnumerable<BotReply> replies, IActivitySender sender, CancellationToken cancellation)
    {
        var typed = ActivityBot.TypedIn(received);
        ITeamsProgress progress = received.IsPersonal && received.DeliveryMode != "expectReplies" ? new TeamsStream(sender, time) : new TeamsTyping(sender);
        List<Citation> cited = [];
        await using var coming = replies.GetAsyncEnumerator(cancellation);
        while (await progress.WhileAsync(coming.MoveNextAsync().AsTask(), cancellation))
        {
            switch (coming.Current)
            {
                case BotProgress working:
                    await progress.BeginAsync(MarkdownLines.Of(working.Text), cancellation);
                    break;
                case BotStatus { Decided: var decided }:
                    progress.Add($"{AnswerText.Status(decided, typed)}\n\n");
                    break;
                case BotSentence { Written: var sentence }:
                    cited.AddRange(sentence.Citations);
                    progress.Add(MarkdownLines.Of(sentence.Text, cited));
                    break;
                case BotText text:
                    _ = await FinishAsync(TeamsMessage.Of(text.Text), progress, sender, cancellation);
                    return null;
                case BotAnswer answer:
                    return new ShownAnswer(answer.Id, await FinishAsync(TeamsMessage.Of(answer.Answer, typed), progress, sender, cancellation));
            }
        }

        return null;
    }

    private static async Task<string?> FinishAsync(IReadOnlyList<Activity> messages, ITeamsProgress progress, IActivitySender sender, CancellationToken cancellation)
    {
        var id = await progress.FinishAsync(messages[0], cancellation);
        foreach (var message in messages.Skip(progress.IsStopped ? messages.Count : 1))
            _ = await sender.SendAsync(message, cancellation);
        return id;
    }
}
