using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace BriefingBot.Evaluation;

/// <summary>One call of a model and what came back.</summary>
/// <param name="Key">Of the call: see <see cref="KeyOf"/>.</param>
/// <param name="Repetition">From 0.</param>
/// <param name="Text">All that the model wrote.</param>
/// <param name="Finish">Why it ended; null if it did not say.</param>
/// <param name="InputTokens">As the model counted; null if it did not.</param>
/// <param name="OutputTokens">As the model counted; null if it did not.</param>
public sealed record RecordedCall(string Key, int Repetition, string Text, string? Finish, long? InputTokens, long? OutputTokens)
{
    /// <summary>SHA-256, in lower-case hexadecimal, of everything in a call that a model's answer depends on.</summary>
    public static string KeyOf(string model, IEnumerable<ChatMessage> messages, ChatOptions? options) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        model,
        messages = messages.Select(message => new { role = message.Role.Value, text = message.Text }),
        options?.MaxOutputTokens,
        options?.Temperature,
        options?.TopP,
        options?.StopSequences,
        format = options?.ResponseFormat is ChatResponseFormatJson json ? json.Schema?.GetRawText() ?? "json" : null,
    })));

    internal ChatResponseUpdate ToUpdate()
    {
        var update = new ChatResponseUpdate(ChatRole.Assistant, Text) { FinishReason = Finish is null ? null : new ChatFinishReason(Finish) };
        if (InputTokens is not null || OutputTokens is not null)
        {
            update.Contents.Add(new UsageContent(new UsageDetails { InputTokenCount = InputTokens, OutputTokenCount = OutputTokens, TotalTokenCount = (InputTokens ?? 0) + (OutputTokens ?? 0) }));
        }

        return update;
    }
}
