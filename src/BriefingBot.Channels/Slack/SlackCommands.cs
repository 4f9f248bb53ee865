using System.Text.Json.Nodes;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.Slack;

/// <summary>Slash commands, whatever the app calls them: the rest of the line is what is said to the bot. Thread-safe.</summary>
internal sealed class SlackCommands(SlackClient client, SlackInbox inbox)
{
    /// <param name="workspace">As verified.</param>
    /// <param name="form">The fields of the command.</param>
    /// <param name="id">Names the request: one that is sent again is not answered again.</param>
    /// <param name="cancellation">Ends the taking.</param>
    /// <returns>What the user sees at once.</returns>
    public async Task<JsonObject> TakeAsync(SlackWorkspace workspace, IReadOnlyDictionary<string, string> form, string id, CancellationToken cancellation)
    {
        if (SlackJson.AsIdentifier(form.GetValueOrDefault("channel_id")) is not { } channel
            || SlackJson.AsIdentifier(form.GetValueOrDefault("user_id")) is not { } user
            || form.GetValueOrDefault("response_url") is not { } responseUrl || !client.IsOfSlack(responseUrl))
        {
            return Notice("This command came without what is needed to answer it.");
        }

        var typed = SlackText.Typed(form.GetValueOrDefault("text") ?? "", botUser: null);
        if (typed.Length == 0)
            return Notice(ChatWords.Help);
        var identity = await workspace.IdentityAsync(client, cancellation);
        var place = identity.Verified(SlackPlace.OfCommand(form));
        var turn = new SlackTurn(workspace, place, channel, user, typed) { Teams = identity.Teams(place.Team), ResponseUrl = responseUrl };
        return await inbox.TakeAsync(turn, id, cancellation) == Taken.Full
            ? Notice("Too many questions wait to be answered. Ask again in a minute.")
            : Notice($"Searching for: {typed}");
    }

    private static JsonObject Notice(string text) => new() { ["response_type"] = "ephemeral", ["text"] = SlackText.Escape(text), ["mrkdwn"] = false };
}
