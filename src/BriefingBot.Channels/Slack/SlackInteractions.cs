using System.Text.Json;

namespace BriefingBot.Channels.Slack;

/// <summary>Pressed buttons. Thread-safe.</summary>
internal sealed class SlackInteractions(SlackClient client, SlackInbox inbox)
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

        return actions[0].Text("action_id") switch
        {
            SlackAnswer.AgainAction => await AgainAsync(new SlackTurn(workspace, (await workspace.IdentityAsync(client, cancellation)).Team, channel, user, value), payload, id, cancellation),
            _ => Taken.Ignored,
        };
    }

    // Where the answer was for one user's eyes alone, so is the next.
    private Task<Taken> AgainAsync(SlackTurn turn, JsonElement payload, string id, CancellationToken cancellation)
    {
        var message = payload.Field("message");
        var isForOne = payload.Field("container").Field("is_ephemeral").ValueKind == JsonValueKind.True;
        if (!isForOne && (message.Stamp("thread_ts") ?? message.Stamp("ts")) is { } thread)
            return inbox.TakeAsync(turn with { Thread = thread }, id, cancellation);
        return payload.Text("response_url") is { } responseUrl && client.IsOfSlack(responseUrl)
            ? inbox.TakeAsync(turn with { ResponseUrl = responseUrl }, id, cancellation)
            : Task.FromResult(Taken.Ignored);
    }
}
