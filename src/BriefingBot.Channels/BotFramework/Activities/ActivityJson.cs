using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Channels.BotFramework.Activities;

/// <summary>Reads activities leniently, whatever of them is missing, unknown or of another kind, and writes them.</summary>
internal static class ActivityJson
{
    // A name that stands twice is read differently by different readers, so it is refused.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>Null where it is no JSON object with a type.</returns>
    public static Activity? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return Read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The latter for a name with half of a surrogate pair.
            return null;
        }
    }

    /// <returns>Null where it is no object with a type.</returns>
    public static Activity? Read(JsonElement json) => Text(json, "type") is not { Length: > 0 } type ? null : new Activity
    {
        Type = type,
        Id = Text(json, "id"),
        ServiceUrl = Text(json, "serviceUrl"),
        ChannelId = Text(json, "channelId"),
        From = Account(Member(json, "from")),
        Recipient = Account(Member(json, "recipient")),
        Conversation = Text(Member(json, "conversation"), "id") is { Length: > 0 } conversation ? Conversation(conversation, Member(json, "conversation")) : null,
        ReplyToId = Text(json, "replyToId"),
        DeliveryMode = Text(json, "deliveryMode"),
        Locale = Text(json, "locale"),
        Name = Text(json, "name"),
        Action = Text(json, "action"),
        TextFormat = Text(json, "textFormat"),
        Text = Text(json, "text"),
        MembersAdded = [.. List(json, "membersAdded").Select(member => Account(member)).OfType<ChannelAccount>()],
        Entities = [.. List(json, "entities").Select(entity => entity.Clone())],
        ChannelData = Member(json, "channelData")?.Clone(),
        Value = Member(json, "value")?.Clone(),

        // Teams attaches the text of a message to it, too, as HTML; what has an address is a file or a picture.
        HasFiles = List(json, "attachments").Any(attachment => Text(attachment, "contentUrl") is { Length: > 0 }),
    };

    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Writing);

    /// <summary>Its size as channels count it: bytes of UTF-16.</summary>
    public static int SizeInBytes(Activity activity) => JsonSerializer.Serialize(activity, Writing).Length * sizeof(char);

    /// <summary>Anything as JSON, for the parts of an activity that differ by channel.</summary>
    public static JsonElement Of(object value) => JsonSerializer.SerializeToElement(value, Writing);

    public static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } some && some.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    /// <returns>Null where there is none or it cannot be read: half of a surrogate pair is no text.</returns>
    public static string? Text(JsonElement? json, string name)
    {
        if (Member(json, name) is not { ValueKind: JsonValueKind.String } text)
            return null;
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static IEnumerable<JsonElement> List(JsonElement? json, string name) => Member(json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static ChannelAccount? Account(JsonElement? json) => json is { ValueKind: JsonValueKind.Object } ? new ChannelAccount(Text(json, "id"), Text(json, "name"), Text(json, "role")) : null;

    private static ConversationAccount Conversation(string id, JsonElement? json) => new(id)
    {
        ConversationType = Text(json, "conversationType"),
        TenantId = Text(json, "tenantId"),
        IsGroup = Member(json, "isGroup")?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
        Name = Text(json, "name"),
    };
}
