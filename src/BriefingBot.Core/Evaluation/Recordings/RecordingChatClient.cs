using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;

namespace BriefingBot.Evaluation;

/// <summary>Passes calls on to a model and keeps what comes back. A call that fails is not kept; one that was kept in this run is not made again.</summary>
public sealed class RecordingChatClient(IChatClient inner, Recording recording) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> asked = [.. messages];
        var (key, repetition) = (RecordedCall.KeyOf(recording.Model, asked, options), Repetition.Number);
        if (recording.Find(key, repetition) is { } known)
        {
            yield return known.ToUpdate();
            yield break;
        }

        var text = new StringBuilder();
        string? finish = null;
        UsageDetails? usage = null;
        var isWhole = false;
        await using var updates = base.GetStreamingResponseAsync(asked, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await updates.MoveNextAsync())
            {
                var update = updates.Current;
                text.Append(update.Text);
                finish = update.FinishReason?.Value ?? finish;
                usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;

                // Whoever stops reading here has had what it wanted.
                isWhole = true;
                yield return update;
                isWhole = false;
            }

            isWhole = true;
        }
        finally
        {
            if (isWhole && !cancellationToken.IsCancellationRequested)
            {
                recording.Add(new RecordedCall(key, repetition, text.ToString(), finish, usage?.InputTokenCount, usage?.OutputTokenCount));
            }
        }
    }
}
