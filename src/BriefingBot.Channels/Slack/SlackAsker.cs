using System.Text.Json;

namespace BriefingBot.Channels.Slack;

/// <summary>Which workspace and organization somebody is verifiably of, by whose rules they read.</summary>
/// <remarks>In a channel that is shared with another company (Slack Connect), or between workspaces, whoever asks may be of theirs, while the bot is of ours. What Slack does not say is not assumed.</remarks>
internal static class SlackAsker
{
    /// <summary>Of who has sent a message.</summary>
    /// <returns>Empty where it cannot be told.</returns>
    public static IReadOnlyList<string> OfEvent(SlackIdentity identity, JsonElement callback)
    {
        var (message, place) = (callback.Field("event"), SlackPlace.OfEvent(callback));
        string[] named = [.. ((string?[])[message.Identifier("user_team"), message.Identifier("source_team"), message.Identifier("team")]).OfType<string>().Distinct(StringComparer.Ordinal)];
        var isAmongUs = callback.Field("is_ext_shared_channel").ValueKind == JsonValueKind.False;

        // An organization's workspaces are not known by their ids: one is ours where nobody else is, or where the asker's organization is named.
        if (identity.Organization is { } organization)
            return isAmongUs || named.FirstOrDefault() == organization ? identity.Teams(named.FirstOrDefault(team => team != organization) ?? place.Team) : [.. named.Take(1)];
        if (named.FirstOrDefault(team => team != identity.Team && team != place.Organization) is { } other)
            return [other];
        return named.Contains(identity.Team) || (named.Length == 0 && isAmongUs) ? identity.Teams(identity.Team) : named;
    }

    /// <summary>Of who has pressed a button.</summary>
    public static IReadOnlyList<string> OfInteraction(SlackIdentity identity, JsonElement payload)
    {
        var (user, place) = (payload.Field("user").Identifier("team_id"), SlackPlace.OfInteraction(payload));
        return user is null || user == place.Team ? identity.Teams(place.Team) : [user];
    }
}
