using System.ClientModel;
using System.Runtime.CompilerServices;
using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace BriefingBot.OpenAI;

/// <summary>Text in, text out over the OpenAI library; failures as <see cref="ModelException"/>. Thread-safe.</summary>
/// <param name="isOfOpenAI">Others know the cap on an answer's tokens by its older name.</param>
internal sealed class OpenAIChatClient(ChatClient client, ChatClientMetadata metadata, bool isOfOpenAI) : IChatClient
{
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = Start(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(updates, cancellationToken))
        {
            yield return Conversions.Update(updates.Current);
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType?.IsInstanceOfType(this) == true ? this
            : serviceType?.IsInstanceOfType(client) == true ? client : null;

    public void Dispose()
    {
    }

    private AsyncCollectionResult<StreamingChatCompletionUpdate> Start(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation) =>
        client.CompleteChatStreamingAsync(messages.Select(Conversions.Message), Conversions.Options(options, isOfOpenAI), cancellation);

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<StreamingChatCompletionUpdate> updates, CancellationToken cancellation)
    {
        ModelException? failed = null;
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && (failed = Failures.Of(failure)) is not null)
        {
            // In our own words: the library's may hold the server's, and those the key.
        }

        throw failed;
    }
}
