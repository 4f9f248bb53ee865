using System.Text.Json;

namespace BriefingBot.Channels.Completions;

/// <summary>The messages of a request, as far as they are the user's.</summary>
internal static class CompletionMessages
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool", "function"];

    /// <returns>What the user wrote, oldest first; at least one.</returns>
    /// <exception cref="CompletionException">The last message is not a user's text.</exception>
    public static IReadOnlyList<string> Read(JsonElement? messages)
    {
        if (messages is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() == 0)
            throw new CompletionException("messages: there is none; send [{\"role\": \"user\", \"content\": \"...\"}]", "messages");

        List<string> asked = [];
        var last = -1;
        for (var i = 0; i < array.GetArrayLength(); i++)
        {
            var message = array[i];
            if (RoleOf(message, i) != "user")
                continue;
            // What was refused once stays in a front end's history; only the question itself must be readable.
            asked.Add(TextOf(CompletionRequest.Field(message, "content"), $"messages[{i}].content", isAsked: IsLast(array, i)));
            last = i;
        }

        return last >= 0 ? asked : throw new CompletionException("messages: none is the user's; send the question as {\"role\": \"user\", \"content\": \"...\"}", "messages");
    }

    private static bool IsLast(JsonElement messages, int at) =>
        !messages.EnumerateArray().Skip(at + 1).Any(message => CompletionRequest.Field(message, "role") is { ValueKind: JsonValueKind.String } role && role.ValueEquals("user"));

    private static string RoleOf(JsonElement message, int at)
    {
        var role = message.ValueKind == JsonValueKind.Object && CompletionRequest.Field(message, "role") is { ValueKind: JsonValueKind.String } field ? field.GetString() : null;
        return role is not null && Roles.Contains(role) ? role
            : throw new CompletionException($"messages[{at}].role: it is none of {string.Join(", ", Roles)}; send {{\"role\": \"user\", \"content\": \"...\"}}", $"messages[{at}].role");
    }

    private static string TextOf(JsonElement? content, string where, bool isAsked) => content switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Join('\n', parts.EnumerateArray().Select((part, i) => PartOf(part, $"{where}[{i}]", isAsked)).OfType<string>()),
        null when !isAsked => "",
        _ => throw new CompletionException($"{where}: it is neither text nor a list of parts; send a string", where),
    };

    private static string? PartOf(JsonElement part, string where, bool isAsked)
    {
        var type = part.ValueKind == JsonValueKind.Object && CompletionRequest.Field(part, "type") is { ValueKind: JsonValueKind.String } field ? field.GetString() : null;
        if (type == "text" && CompletionRequest.Field(part, "text") is { ValueKind: JsonValueKind.String } text)
            return text.GetString();
        return !isAsked ? null
            : throw new CompletionException($"{where}: only text is read here, no images, sound or files; send the question as text", where);
    }
}
