using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BriefingBot.Evaluation;

/// <summary>Gives what a model gave before, without asking any.</summary>
/// <param name="path">The recording's file, for messages.</param>
public sealed class ReplayingChatClient(Recording recording, string path) : IChatClient
{
    /// <exception cref="SuiteException">The call was not recorded.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <exception cref="SuiteException">The call was not recorded.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        var key = RecordedCall.KeyOf(recording.Model, messages, options);
        var call = recording.Find(key, Repetition.Number)
            ?? throw new SuiteException($"{path}: no call {key[..12]}, time {Repetition.Number + 1}; the question, the corpus or the prompt has changed: record again with --record");
        yield return call.ToUpdate();
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
