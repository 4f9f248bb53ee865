using System.Text.Json;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Feedbacks;

namespace BriefingBot.Channels.Slack;

/// <summary>Pressed buttons. Thread-safe.</summary>
internal sealed class SlackInteractions(SlackClient client, SlackInbox inbox, FeedbackLog feedback, PendingTurns turns, SlackReplier replier)
{
    /// <param name="workspace">As verified.</param>
    /// <param name="payload">What Slack says was done.</param>
    /// <param name="id">Names the request: one that is sent again counts once.</param>
    /// <param name="cancellation">Ends the taking.</param>
    public async Task<Taken> TakeAsync(SlackWorkspace workspace, JsonElement payload, string id, CancellationToken cancellation)
    {
        if (payload.Text("type") != "block_actions" || payload.Field("actions") is not { ValueKind: JsonValueKind.Array } actions || actions.GetArrayLength() == 0
            || payload.Field("user").Identifier("id") is not { } user
            || (payload.Field("channel").Identifier("id") ?? payload.Field("container").Identifier("channel_id")) is not { } channel
            || actions[0].Text("value") is not { Length: > 0 } value)
        {
            return Taken.Ignored;
        }

        var identity = await workspace.IdentityAsync(client, cancellation);
        var said = new SlackTurn(workspace, identity.Verified(SlackPlace.OfInteraction(payload)), channel, user, value) { Teams = SlackAsker.OfInteraction(identity, payload) };
        var turn = TurnOf(said, payload);
        return turn is null ? Taken.Ignored : actions[0].Text("action_id") switch
        {
            SlackAnswer.FeedbackAction => await JudgeAsync(turn, payload.Text("response_url"), cancellation),
            { } action when action.StartsWith(SlackAnswer.SayAction, StringComparison.Ordinal) => await inbox.TakeAsync(turn, id, cancellation),
            _ => Taken.Ignored,
        };
    }

    // Where the answer was for one user's eyes alone, so is the next.
    private SlackTurn? TurnOf(SlackTurn turn, JsonElement payload)
    {
        var (container, message) = (payload.Field("container"), payload.Field("message"));
        if (container.Field("is_ephemeral").ValueKind != JsonValueKind.True && (message.Stamp("thread_ts") ?? container.Stamp("thread_ts") ?? message.Stamp("ts")) is { } thread)
            return turn with { Thread = thread };
        return payload.Text("response_url") is { } responseUrl && client.IsOfSlack(responseUrl) ? turn with { ResponseUrl = responseUrl } : null;
    }

    private async Task<Taken> JudgeAsync(SlackTurn turn, string? responseUrl, CancellationToken cancellation)
    {
        if (turn.Text.Split(' ') is not [("up" or "down") and var word, var answerId, .. var asked])
            return Taken.Ignored;
        if (asked is [var channel])
            turn = turn with { Channel = channel, Thread = null };
        var isKept = await feedback.TryAddAsync(turn.Caller, turn.Conversation, answerId, word == "up" ? FeedbackRating.Up : FeedbackRating.Down, comment: null, cancellation);
        var thanks = new BotText(isKept ? "Thank you, your feedback is kept." : "Your feedback could not be kept: I no longer have that answer.");
        if (client.IsOfSlack(responseUrl))
            turns.TryTake($"{turn.Queue}/feedback", ending => replier.RespondAsync(turn, responseUrl!, thanks, ending));
        return Taken.Yes;
    }
}
