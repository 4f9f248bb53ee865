using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace BriefingBot.Tests;

/// <summary>A model that copies the first sentence of the first passage it is given.</summary>
internal sealed class CopyingModel : IChatClient
{
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        using var asked = JsonDocument.Parse(messages.Last(message => message.Role == ChatRole.User && message.Text.StartsWith('{')).Text);
        var passage = asked.RootElement.GetProperty("passages")[0];
        var text = passage.GetProperty("text").GetString()!;
        var sentence = text[..(text.IndexOf('.', StringComparison.Ordinal) + 1)];
        var draft = JsonSerializer.Serialize(new { sentences = new[] { new { text = sentence, passages = new[] { passage.GetProperty("n").GetInt32() }, quotes = Array.Empty<string>() } } });
        yield return new ChatResponseUpdate(ChatRole.Assistant, draft);
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 500, OutputTokenCount = 50 })]) { FinishReason = ChatFinishReason.Stop };
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
