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

    private static IEnumerable<string> Memberships(Activity received)
    {
        // Only Teams itself vouches for these: in other channels a client writes its own channel data.
        if (received.ChannelId != "msteams")
            yield break;
        if (received.IdOf("tenant") is { Length: > 0 } tenant)
            yield return $"tenant:{tenant}";
        if (received.IdOf("team") is { Length: > 0 } team)
            yield return $"team:{team}";
        if (received.IdOf("channel") is { Length: > 0 } channel)
            yield return $"channel:{channel}";
    }
}
