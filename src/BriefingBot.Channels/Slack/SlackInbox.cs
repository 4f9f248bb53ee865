using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Conversations;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Slack;

/// <summary>Takes in what Slack has verifiably sent, once each, however often and to however many servers it is sent. Thread-safe.</summary>
internal sealed partial class SlackInbox(SlackClient client, SlackWorkspaces workspaces, ConversationLog conversations, KeptTurns turns, SlackReplier replier, ILogger<SlackInbox> log) : ITurnDoor
{
    public string Name => "slack";

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
    public Task<Taken> TakeAsync(SlackTurn turn, string id, CancellationToken cancellation) =>
        turns.TakeAsync(this, $"{turn.Team}/{id}", turn.Queue, KeptSlackTurn.Of(turn).Write(), cancellation);

    public async Task AnswerAsync(string turn, bool isLate, CancellationToken cancellation)
    {
        var kept = KeptSlackTurn.Read(turn);
        if (await workspaces.OfAsync(kept.Place, workspaces.All, cancellation) is not { } workspace)
            LogUnknown(log, kept.Place.Team);
        else if (isLate)
            await replier.AskAgainAsync(kept.In(workspace), cancellation);
        else
            await replier.ReplyAsync(kept.In(workspace), cancellation);
    }

    private async Task<bool> IsFollowUpAsync(SlackTurn turn, CancellationToken cancellation) =>
        (await conversations.TurnsAsync(conversations.KeyOf(turn.Caller, turn.Conversation), 1, cancellation)).Count > 0;

    [LoggerMessage(LogLevel.Warning, "A question of the workspace {Team} is not answered: it is not set up here any more")]
    private static partial void LogUnknown(ILogger log, string? team);
}
