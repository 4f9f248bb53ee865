using System.Text.Json;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.Slack;

/// <summary>Something that somebody in a workspace says to the bot, and where the reply belongs.</summary>
/// <param name="Workspace">As verified.</param>
/// <param name="Place">As verified.</param>
/// <param name="Channel">Its id.</param>
/// <param name="User">Who says it.</param>
/// <param name="Text">As typed, the bot's mention left out.</param>
internal sealed record SlackTurn(SlackWorkspace Workspace, SlackPlace Place, string Channel, string User, string Text)
{
    /// <summary>The workspace and the organization of who says it, as verified; empty where they are not known.</summary>
    public required IReadOnlyList<string> Teams { get; init; }

    /// <summary>The first message of the thread; null for a slash command.</summary>
    public string? Thread { get; init; }

    /// <summary>Where a slash command wants its answer; null for a message.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Whether it is said to the bot; else it is only said in a thread in which the bot has answered.</summary>
    public bool IsAddressed { get; init; } = true;

    /// <summary>Whether files came with it, which the bot does not read.</summary>
    public bool HasFiles { get; init; }

    public string Team => Place.Team!;

    public bool IsDirect => Channel[0] == 'D';

    public Caller Caller => new("slack", [.. Teams.Select(team => $"workspace:{team}"), $"channel:{Channel}"]);

    /// <summary>A thread is a conversation; so are the slash commands of one user in one channel.</summary>
    public string Conversation => Thread ?? $"commands of {User}";

    /// <summary>What is said to the bot directly goes on from what was said to it last, unless the thread has something to go on from.</summary>
    public Ask Ask => new(Text, Caller) { Conversation = Conversation, Within = IsDirect && Thread is not null ? "direct messages" : null };

    /// <summary>Turns of the same are answered one after another.</summary>
    public string Queue => IsDirect ? $"slack/{Team}/{Channel}" : $"slack/{Team}/{Channel}/{Conversation}";

    /// <summary>The turn of a verified event; null where the bot has nothing to do with it.</summary>
    public static SlackTurn? OfEvent(SlackWorkspace workspace, SlackIdentity identity, JsonElement callback)
    {
        var message = callback.Field("event");
        if (message.Field("bot_id").ValueKind is not JsonValueKind.Undefined and not JsonValueKind.Null
            || !IsSaid(message)
            || message.Identifier("user") is not { } user || user == identity.BotUser
            || message.Identifier("channel") is not { } channel
            || message.Stamp("ts") is not { } stamp
            || message.Text("text") is not { } text)
        {
            return null;
        }

        var turn = new SlackTurn(workspace, identity.Verified(SlackPlace.OfEvent(callback)), channel, user, SlackText.Typed(text, identity.BotUser))
        {
            Teams = SlackAsker.OfEvent(identity, callback),
            Thread = message.Stamp("thread_ts") ?? stamp,
            HasFiles = message.Field("files") is { ValueKind: JsonValueKind.Array } files && files.GetArrayLength() > 0,
        };
        return message.Text("type") switch
        {
            "app_mention" => turn,
            "message" when message.Text("channel_type") == "im" => turn,
            // With the bot's mention the same message comes as app_mention too, and with another's it is said to somebody else.
            "message" when turn.Thread != stamp && !SlackText.Mentions(text, user: null) => turn with { IsAddressed = false },
            _ => null,
        };
    }

    // Other subtypes tell of changes, and of people who come and go.
    private static bool IsSaid(JsonElement message) => message.Field("subtype") is { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } || message.Text("subtype") == "file_share";
}
