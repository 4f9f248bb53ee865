using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace BriefingBot.OpenAI;

/// <summary>From the abstractions to the library's types and back.</summary>
internal static class Conversions
{
    public static global::OpenAI.Chat.ChatMessage Message(ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
            : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
            : new UserChatMessage(message.Text);

    public static ChatCompletionOptions Options(ChatOptions? options, bool isOfOpenAI)
    {
        var converted = new ChatCompletionOptions { Temperature = options?.Temperature, TopP = options?.TopP, ResponseFormat = Format(options?.ResponseFormat) };
        if (options?.MaxOutputTokens is { } most)
        {
            if (isOfOpenAI)
            {
                converted.MaxOutputTokenCount = most;
            }
            else
            {
                converted.Patch.Set("$.max_tokens"u8, most);
            }
        }

        foreach (var stop in options?.StopSequences ?? [])
        {
            converted.StopSequences.Add(stop);
        }

        return converted;
    }

    /// <exception cref="ModelException">The model declines.</exception>
    public static ChatResponseUpdate Update(StreamingChatCompletionUpdate update)
    {
        if (!string.IsNullOrEmpty(update.RefusalUpdate))
        {
            throw new ModelException(ModelFailure.Declined, "the model declined to answer");
        }

        var converted = new ChatResponseUpdate(ChatRole.Assistant, [.. update.ContentUpdate.Where(part => !string.IsNullOrEmpty(part.Text)).Select(part => new TextContent(part.Text))])
        {
            FinishReason = Finish(update.FinishReason),
            ModelId = update.Model,
            ResponseId = update.CompletionId,
        };
        if (update.Usage is { } usage)
        {
            converted.Contents.Add(new UsageContent(new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount }));
        }

        return converted;
    }

    public static global::OpenAI.Chat.ChatResponseFormat? Format(Microsoft.Extensions.AI.ChatResponseFormat? format) => format switch
    {
        ChatResponseFormatJson { Schema: { } schema } json => global::OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true),
        ChatResponseFormatJson => global::OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat(),
        _ => null,
    };

    private static ChatFinishReason? Finish(global::OpenAI.Chat.ChatFinishReason? reason) => reason switch
    {
        global::OpenAI.Chat.ChatFinishReason.Stop => ChatFinishReason.Stop,
        global::OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
        global::OpenAI.Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        global::OpenAI.Chat.ChatFinishReason.ToolCalls or global::OpenAI.Chat.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => null,
    };
}
