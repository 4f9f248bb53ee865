using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BriefingBot.Answers.Drafts;

/// <summary>Lets a model write drafts: sentences as they come, failures retried while there is time. Thread-safe.</summary>
internal sealed class Drafter(IChatClient client, DraftOptions options)
{
    private const double CharsPerToken = 6;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    // Once a server has refused a response format, it is not offered one again.
    private volatile bool _isPlain;

    /// <summary>Each sentence once, however often the model has to begin anew.</summary>
    /// <param name="within">The time that is left for all requests.</param>
    /// <exception cref="ModelException">It failed, and retries did not help; sentences may have come before.</exception>
    public async IAsyncEnumerable<DraftSentence> WriteAsync(DraftPrompt prompt, DraftRun run, TimeSpan within, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateUnbounded<DraftSentence>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var writing = WriteAsync(prompt, run, within, channel.Writer, stop.Token);
        try
        {
            await foreach (var sentence in channel.Reader.ReadAllAsync(cancellation))
            {
                yield return sentence;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }
    }

    private async Task WriteAsync(DraftPrompt prompt, DraftRun run, TimeSpan within, ChannelWriter<DraftSentence> sentences, CancellationToken cancellation)
    {
        HashSet<string> written = new(StringComparer.Ordinal);
        try
        {
            await Pipeline(within).ExecuteAsync(async token => await AttemptAsync(prompt, run, sentences, written, token), cancellation);
            sentences.Complete();
        }
        catch (TimeoutRejectedException)
        {
            sentences.Complete(new ModelException(ModelFailure.TimedOut, "the model took too long"));
        }
        catch (Exception failure)
        {
            // Of whatever kind: a reader must not wait for sentences that never come.
            sentences.Complete(failure);
        }
    }

    private ResiliencePipeline Pipeline(TimeSpan within)
    {
        var ends = TimeProvider.System.GetUtcNow() + within;
        var builder = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(Math.Max(0.05, within.TotalSeconds)));
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ModelException { IsTransient: true } failure && TimeProvider.System.GetUtcNow() + (failure.RetryAfter ?? TimeSpan.Zero) < ends),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Delay((args.Outcome.Exception as ModelException)?.RetryAfter, args.AttemptNumber)),
            });
        }

        return builder.Build();
    }

    /// <summary>The server's own time where it names one, else longer each time.</summary>
    /// <param name="attempt">From 0.</param>
    internal TimeSpan Delay(TimeSpan? retryAfter, int attempt)
    {
        var delay = retryAfter ?? TimeSpan.FromSeconds(options.RetryDelaySeconds * Math.Pow(2, attempt));
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay > LongestWait ? LongestWait : delay;
    }

    private async Task AttemptAsync(DraftPrompt prompt, DraftRun run, ChannelWriter<DraftSentence> sentences, HashSet<string> written, CancellationToken cancellation)
    {
        try
        {
            await RequestAsync(prompt, run, sentences, written, cancellation);
        }
        catch (ModelException refused) when (refused.Failure == ModelFailure.Rejected && !_isPlain)
        {
            _isPlain = true;
            await RequestAsync(prompt, run, sentences, written, cancellation);
        }
    }

    private async Task RequestAsync(DraftPrompt prompt, DraftRun run, ChannelWriter<DraftSentence> sentences, HashSet<string> written, CancellationToken cancellation)
    {
        var messages = prompt.Messages(_isPlain);
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var answer = new DraftStream(run, messages, prompt.Lookup);
        var isCut = false;
        try
        {
            silence.CancelAfter(TimeSpan.FromSeconds(options.MaxSilenceSeconds));
            await foreach (var update in client.GetStreamingResponseAsync(messages, ChatOptions(prompt), silence.Token))
            {
                silence.CancelAfter(TimeSpan.FromSeconds(options.MaxSilenceSeconds));
                foreach (var sentence in answer.Read(update))
                {
                    if (written.Count < options.MaxSentences && written.Add(sentence.Text))
                    {
                        sentences.TryWrite(sentence);
                    }
                }

                isCut = answer.LengthInChars > options.MaxAnswerTokens * CharsPerToken;
                if (isCut)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ModelException(ModelFailure.TimedOut, "the model fell silent");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new ModelException("the model cannot be reached, or closed the connection", failure);
        }
        finally
        {
            answer.Count();
        }

        answer.End(hasSentence: written.Count > 0, isCut);
    }

    private ChatOptions ChatOptions(DraftPrompt prompt)
    {
        var asked = new ChatOptions
        {
            MaxOutputTokens = options.MaxAnswerTokens,
            Temperature = _isPlain ? null : 0,
            ResponseFormat = _isPlain ? null : ChatResponseFormat.ForJsonSchema(DraftSchema.Json, DraftSchema.Name),
        };
        prompt.Lookup.AddTo(asked);
        return asked;
    }
}
