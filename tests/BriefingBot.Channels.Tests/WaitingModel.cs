using System.Runtime.CompilerServices;
using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.AI;

namespace BriefingBot.Channels.Tests;

/// <summary>A model that says nothing until it is cancelled.</summary>
internal sealed class WaitingModel : IChatClient
{
    // Far beyond a test: what ends it is the caller, not the patience with a silent model.
    private static readonly DraftOptions Patient = new() { MaxSeconds = 600, MaxSilenceSeconds = 600 };

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ModelWriter Writer => new(this, "test", Patient);

    public Task Asked => _asked.Task;

    public Task Cancelled => _cancelled.Task;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _asked.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            _cancelled.TrySetResult();
        }

        yield break;
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
