using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Channels.BotFramework.Activities;

/// <summary>What goes between a channel and the bot, as far as the bot reads or writes it. Anything may be missing.</summary>
internal sealed record Activity
{
    /// <summary>Never empty in one that was received.</summary>
    public string Type { get; init; } = "";

    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }

    /// <summary>Of an event or an invoke.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installationUpdate.</summary>
    public string? Action { get; init; }

    public string? TextFormat { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public JsonElement? ChannelData { get; init; }

    /// <summary>What a button, a card or an invoke sends: not to be trusted.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Whether files came with it, which the bot does not read.</summary>
    [JsonIgnore]
    public bool HasFiles { get; init; }

    /// <summary>Whether a person speaks with the bot alone.</summary>
    [JsonIgnore]
    public bool IsPersonal => Conversation is { IsGroup: not true } && Conversation.ConversationType is null or "personal";

    /// <summary>The id of something that the channel's own data names; null where it is not there.</summary>
    public string? IdOf(string name) => ActivityJson.Text(ActivityJson.Member(ChannelData, name), "id");
}

internal sealed record ChannelAccount(string? Id, string? Name = null, string? Role = null);

internal sealed record ConversationAccount(string Id)
{
    /// <summary>In Teams personal, groupChat or channel.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }

    public string? Name { get; init; }
}

/// <param name="Content">An Adaptive Card, for instance.</param>
internal sealed record Attachment(string ContentType, JsonElement Content);
