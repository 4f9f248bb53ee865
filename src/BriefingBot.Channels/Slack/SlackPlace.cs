using System.Text.Json;

namespace BriefingBot.Channels.Slack;

/// <summary>Where something that Slack sent comes from, as it names itself: to be trusted once its signature, or its connection, is known.</summary>
/// <param name="Team">Id of the workspace.</param>
/// <param name="Organization">Id of the Enterprise Grid organization that the workspace is of; an app may be installed for all of it at once.</param>
internal sealed record SlackPlace(string? Team, string? Organization)
{
    // In a channel shared with another company the event may name theirs; the authorization is always that of the app.
    public static SlackPlace OfEvent(JsonElement callback)
    {
        var named = new SlackPlace(callback.Identifier("team_id"), callback.Identifier("enterprise_id"));
        if (callback.Field("authorizations") is not { ValueKind: JsonValueKind.Array } authorizations || authorizations.GetArrayLength() == 0)
            return named;
        var app = new SlackPlace(authorizations[0].Identifier("team_id"), authorizations[0].Identifier("enterprise_id"));
        return app.Team is null && app.Organization == named.Organization ? named : app;
    }

    // The team is null where somebody presses a button of an app that is installed for the organization.
    public static SlackPlace OfInteraction(JsonElement payload) =>
        new(payload.Field("team").Identifier("id") ?? payload.Field("user").Identifier("team_id"), payload.Field("enterprise").Identifier("id") ?? payload.Field("team").Identifier("enterprise_id"));

    public static SlackPlace OfCommand(IReadOnlyDictionary<string, string> form) =>
        new(SlackJson.AsIdentifier(form.GetValueOrDefault("team_id")), SlackJson.AsIdentifier(form.GetValueOrDefault("enterprise_id")));
}
