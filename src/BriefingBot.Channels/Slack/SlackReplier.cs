using System.Text.Json.Nodes;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Slack;

/// <summary>Replies to a turn where it was asked. Thread-safe.</summary>
internal sealed partial class SlackReplier(Chat chat, SlackClient client, SlackPace pace, IOptions<SlackOptions> options, ILogger<SlackReplier> log)
{
    // Slack takes so many answers to one command (docs.slack.dev/interactivity/handling-user-interaction).
    private const int MostResponses = 5;

    public Task ReplyAsync(SlackTurn turn, CancellationToken cancellation) =>
        SayAsync(turn, () => turn.ResponseUrl is { } responseUrl ? RespondAsync(turn, responseUrl, cancellation) : PostAsync(turn, cancellation));

    /// <summary>Says that a turn was not answered; nothing where it was not said to the bot.</summary>
    public Task AskAgainAsync(SlackTurn turn, CancellationToken cancellation)
    {
        var messages = turn is { IsAddressed: true, Text.Length: > 0 } ? SlackAnswer.Of(new BotText(ChatWords.AskAgain(turn.Text))) : [];
        return SayAsync(turn, () => turn.ResponseUrl is { } responseUrl ? RespondAsync(turn, responseUrl, messages, cancellation) : PostAsync(turn, messages, cancellation));
    }

    /// <summary>Says something to one user alone.</summary>
    public Task RespondAsync(SlackTurn turn, string responseUrl, BotText text, CancellationToken cancellation) =>
        SayAsync(turn, () => RespondAsync(turn, responseUrl, SlackAnswer.Of(text), cancellation));

    /// <summary>The arguments of a message in a turn's thread.</summary>
    public static JsonObject Post(SlackTurn turn, SlackMessage message)
    {
        var post = new JsonObject { ["channel"] = turn.Channel, ["text"] = message.Text, ["mrkdwn"] = false, ["blocks"] = message.BlocksJson(), ["unfurl_links"] = false, ["unfurl_media"] = false };
        if (turn.Thread is not null)
            post["thread_ts"] = turn.Thread;
        return post;
    }

    private async Task PostAsync(SlackTurn turn, CancellationToken cancellation)
    {
        if (turn is { HasFiles: true, IsAddressed: true })
        {
            await PostAsync(turn, SlackAnswer.Of(new BotText(ChatWords.NoFiles)), cancellation);
            if (turn.Text.Length == 0)
                return;
        }

        var draft = new SlackDraft();
        var collecting = draft.CollectAsync(chat.ReplyAsync(turn.Ask, cancellation));
        await Task.WhenAny(collecting, pace.WaitAsync(TimeSpan.FromMilliseconds(options.Value.StreamAfterMilliseconds), cancellation));
        var rest = turn.IsAddressed && !collecting.IsCompleted ? await StreamAsync(turn, draft, cancellation) : null;
        await collecting;
        await PostAsync(turn, rest ?? (IsWanted(turn, draft.Last) ? MessagesOf(turn, draft.Last!) : []), cancellation);
    }

    private async Task PostAsync(SlackTurn turn, IEnumerable<SlackMessage> messages, CancellationToken cancellation)
    {
        foreach (var message in messages)
        {
            await pace.TurnAsync($"{turn.Team}/{turn.Channel}", cancellation);
            await client.CallAsync(turn.Workspace, "chat.postMessage", Post(turn, message), cancellation);
        }
    }

    private async Task<IEnumerable<SlackMessage>> StreamAsync(SlackTurn turn, SlackDraft draft, CancellationToken cancellation)
    {
        var stream = new SlackStream(client, pace, turn);
        while (await draft.HasMoreAsync(cancellation))
        {
            var (decided, written) = draft.Take();
            await stream.ShowAsync(decided, written, cancellation);
        }

        return draft.Last is BotAnswer or BotText ? await stream.FinishAsync(draft.Last, cancellation) : [];
    }

    private async Task RespondAsync(SlackTurn turn, string responseUrl, CancellationToken cancellation)
    {
        var draft = new SlackDraft();
        await draft.CollectAsync(chat.ReplyAsync(turn.Ask, cancellation));
        await RespondAsync(turn, responseUrl, MessagesOf(turn, draft.Last!), cancellation);
    }

    private async Task RespondAsync(SlackTurn turn, string responseUrl, IReadOnlyList<SlackMessage> messages, CancellationToken cancellation)
    {
        foreach (var message in messages.Take(MostResponses))
        {
            await pace.TurnAsync($"{turn.Team}/{turn.Channel}", cancellation);
            await client.RespondAsync(responseUrl, Response(message), cancellation);
        }

        // What is left goes to the user directly.
        await PostAsync(turn with { Channel = turn.User }, messages.Skip(MostResponses), cancellation);
    }

    private async Task SayAsync(SlackTurn turn, Func<Task> say)
    {
        try
        {
            await say();
        }
        catch (SlackException refused)
        {
            LogRefusal(log, turn.Workspace.Name, refused.Message);
        }
    }

    // Those who talk to each other in a thread are not told that the corpus does not answer them.
    private static bool IsWanted(SlackTurn turn, BotReply? reply) =>
        turn.IsAddressed || (reply is BotAnswer { Answer: var answer } && (answer.Reply == Reply.Answered || turn.Text.EndsWith('?')));

    private static IReadOnlyList<SlackMessage> MessagesOf(SlackTurn turn, BotReply reply) => reply switch
    {
        // What does not fit where a command is answered goes elsewhere, and is judged there.
        BotAnswer answer => SlackAnswer.Of(turn.ResponseUrl is null ? answer : answer with { Id = $"{answer.Id} {turn.Channel}" }, turn.Text),
        BotText text => SlackAnswer.Of(text),
        _ => [],
    };

    private static JsonObject Response(SlackMessage message) => new() { ["response_type"] = "ephemeral", ["replace_original"] = false, ["text"] = message.Text, ["mrkdwn"] = false, ["blocks"] = message.BlocksJson() };

    [LoggerMessage(LogLevel.Error, "{Workspace}: {Refusal}")]
    private static partial void LogRefusal(ILogger log, string workspace, string refusal);
}
