using System.Text.Json;

namespace BriefingBot.Channels.Completions;

/// <summary>What is read of the body of <c>POST /v1/chat/completions</c>; the rest is for language models and means nothing here.</summary>
/// <param name="Model">One of <see cref="CompletionModels"/>.</param>
/// <param name="Question">The last message of the user.</param>
/// <param name="Earlier">The user's messages before it, oldest first.</param>
/// <param name="IsStreamed">Whether the answer is wanted as it is written.</param>
/// <param name="IncludesUsage">Whether a stream ends with what it took.</param>
internal sealed record CompletionRequest(string Model, string Question, IReadOnlyList<string> Earlier, bool IsStreamed, bool IncludesUsage)
{
    /// <exception cref="CompletionException">It asks for what is not given here, or for nothing.</exception>
    public static CompletionRequest Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw new CompletionException("the body is no JSON object; send {\"model\": \"briefingbot\", \"messages\": [...]}", null);

        var model = CompletionModels.Known(Field(body, "model") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null);
        RefuseUnkept(body);
        var asked = CompletionMessages.Read(Field(body, "messages"));
        return new CompletionRequest(
            model,
            asked[^1],
            asked.Take(asked.Count - 1).ToList(),
            Field(body, "stream") is { ValueKind: JsonValueKind.True },
            Field(body, "stream_options") is { ValueKind: JsonValueKind.Object } options && Field(options, "include_usage") is { ValueKind: JsonValueKind.True });
    }

    /// <summary>Null where it is missing or null.</summary>
    internal static JsonElement? Field(JsonElement of, string name) =>
        of.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    // Whoever asks for these relies on getting them.
    private static void RefuseUnkept(JsonElement body)
    {
        if (Field(body, "n") is { } number && (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var n) || n != 1))
            throw new CompletionException("n: there is one answer to a question; leave n out", "n");
        if (Field(body, "response_format") is { ValueKind: JsonValueKind.Object } format && Field(format, "type") is { ValueKind: JsonValueKind.String } type && type.GetString() != "text")
            throw new CompletionException("response_format: answers are text; leave it out, and find the answer as JSON in the field briefing beside choices", "response_format");
        if (Field(body, "tool_choice") is { } choice && (choice.ValueKind != JsonValueKind.String || choice.GetString() is not ("auto" or "none")))
            throw new CompletionException("tool_choice: no tool is ever called here; leave it out", "tool_choice");
    }
}
