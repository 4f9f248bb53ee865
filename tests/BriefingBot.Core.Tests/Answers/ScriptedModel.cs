using System.Runtime.CompilerServices;
using System.Text.Json;
using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.AI;

namespace BriefingBot.Core.Tests.Answers;

/// <summary>A model that says what it is told to, one reply a request, in chunks of a few characters.</summary>
internal sealed class ScriptedModel(params string[] replies) : IChatClient
{
    private const int ChunkInChars = 7;

    /// <summary>The messages of each request.</summary>
    public List<List<ChatMessage>> Requests { get; } = [];

    /// <summary>Whether it tells what it took.</summary>
    public bool CountsTokens { get; init; } = true;

    /// <summary>What it looks up before each reply; null if nothing.</summary>
    public Action<CorpusLookup>? LooksUp { get; init; }

    /// <summary>What each request was cancelled by, if it was.</summary>
    public bool WasCancelled { get; private set; }

    public static string Draft(params (string Text, int[] Passages)[] sentences) => JsonSerializer.Serialize(new
    {
        sentences = sentences.Select(sentence => new { text = sentence.Text, passages = sentence.Passages, quotes = Array.Empty<string>() }),
    });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        Requests.Add([.. messages]);
        LooksUp?.Invoke(CorpusLookup.Of(options)!);
        var reply = replies[Math.Min(Requests.Count, replies.Length) - 1];
        using var registration = cancellationToken.Register(() => WasCancelled = true);
        for (var i = 0; i < reply.Length; i += ChunkInChars)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, reply[i..Math.Min(reply.Length, i + ChunkInChars)]);
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, !CountsTokens ? [] : [new UsageContent(new UsageDetails { InputTokenCount = 1_000, OutputTokenCount = 100 })]) { FinishReason = ChatFinishReason.Stop };
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
