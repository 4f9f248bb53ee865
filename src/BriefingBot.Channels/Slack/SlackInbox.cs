using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Conversations;

namespace BriefingBot.Channels.Slack;

/// <summary>What became of something that Slack sent.</summary>
internal enum Taken
{
    Yes,

    /// <summary>It is nothing for the bot, or has been taken before.</summary>
    Ignored,

    /// <summary>So much waits that Slack should send it again.</summary>
    Full,
}

/// <summary>Takes in what Slack has verifiably sent, once each, however often and to however many servers it is sent. Thread-safe.</summary>
internal sealed class SlackInbox(SlackClient client, IJournal journal, ConversationLog conversations, PendingTurns turns, SlackReplier replier)
{
    /// <summary>What the names of the streams begin with that remember what has been taken.</summary>
    public const string Prefix = "slack-taken/";

    /// <exception cref="SlackException">Slack does not say who the bot is.</exception>
    /// <exception cref="JournalException">Whether it has been taken before cannot be known now.</exception>
    public async Task<Taken> TakeEventAsync(SlackWorkspace workspace, JsonElement callback, CancellationToken cancellation)
    {
        if (callback.Text("event_id") is not { Length: > 0 } id)
            return Taken.Ignored;
        var identity = await workspace.IdentityAsync(client, cancellation);
        if (SlackTurn.OfEvent(workspace, identity, callback) is not { } turn)
            return Taken.Ignored;
        return turn.IsAddressed || await IsFollowUpAsync(turn, cancellation) ? await TakeAsync(turn, id, cancellation) : Taken.Ignored;
    }

    /// <param name="turn">What was asked.</param>
    /// <param name="id">Names what Slack sent.</param>
    /// <param name="cancellation">Ends the taking.</param>
    /// <exception cref="JournalException">Whether it has been taken before cannot be known now.</exception>
    public async Task<Taken> TakeAsync(SlackTurn turn, string id, CancellationToken cancellation)
    {
        // A place in the queue first: what is marked as taken must be answered.
        var isFirst = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!turns.TryTake(turn.Queue, async ending =>
        {
            if (await isFirst.Task)
                await replier.ReplyAsync(turn, ending);
        }))
        {
            return Taken.Full;
        }

        var isTaken = false;
        try
        {
            isTaken = await TryMarkAsync(turn.Team, id, cancellation);
        }
        finally
        {
            isFirst.SetResult(isTaken);
        }

        return isTaken ? Taken.Yes : Taken.Ignored;
    }

    /// <summary>True for the first of several that try, on any server.</summary>
    /// <exception cref="JournalException">It cannot be known now.</exception>
    public Task<bool> TryMarkAsync(string team, string id, CancellationToken cancellation) =>
        journal.TryBeginAsync($"{Prefix}{team}/{(SlackJson.AsIdentifier(id) is { } plain ? plain : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id))))}", "{}", cancellation);

    private async Task<bool> IsFollowUpAsync(SlackTurn turn, CancellationToken cancellation) =>
        (await conversations.TurnsAsync(conversations.KeyOf(turn.Caller, turn.Conversation), 1, cancellation)).Count > 0;
}
