using System.Text.Json;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.BotFramework;

/// <summary>Who asks by an activity.</summary>
internal static class Callers
{
    /// <param name="received">From a channel.</param>
    /// <param name="isVouched">Whether the channel is authenticated; else what the activity says of itself counts for nothing.</param>
    public static Caller Of(Activity received, bool isVouched)
    {
        var door = received.ChannelId switch { "msteams" => "teams", "directline" or "webchat" => "directline", _ => "botframework" };
        return isVouched ? new Caller(door, [.. Memberships(received)]) : new Caller(door);
    }

    /// <summary>Of what the channel says of an activity, as much as tells who asks.</summary>
    public static JsonElement DataOf(Activity received) => ActivityJson.Of(Ids(received).ToDictionary(named => named.Name, named => new { id = named.Id }, StringComparer.Ordinal));

    // Only Teams itself vouches for these: in other channels a client writes its own channel data.
    private static IEnumerable<string> Memberships(Activity received) => received.ChannelId == "msteams" ? Ids(received).Select(named => $"{named.Name}:{named.Id}") : [];

    private static IEnumerable<(string Name, string Id)> Ids(Activity received)
    {
        foreach (var name in (string[])["tenant", "team", "channel"])
        {
            if (received.IdOf(name) is { Length: > 0 } id)
                yield return (name, id);
        }
    }
}
