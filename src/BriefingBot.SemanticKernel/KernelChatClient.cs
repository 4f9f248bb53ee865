using System.Runtime.CompilerServices;
using BriefingBot.Answers.Drafts;
using BriefingBot.OpenAI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace BriefingBot.SemanticKernel;

/// <summary>Messages in, text out over a kernel, with functions called in between; failures as <see cref="ModelException"/>. Thread-safe.</summary>
/// <param name="kernel">With a chat service.</param>
/// <param name="isOfOpenAI">Others know the cap on an answer's tokens by its older name.</param>
internal sealed class KernelChatClient(Kernel kernel, ChatClientMetadata metadata, bool isOfOpenAI, ILogger logger) : IChatClient
{
    // Once a server has taken a request without functions that it refused with them, it is not offered any again.
    private volatile bool _takesFunctions = true;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (updates, hasNext) = await BeginAsync([.. messages], options, cancellationToken);
        await using var disposed = updates;
        var usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 0, TotalTokenCount = 0 };
        for (; hasNext; hasNext = await NextAsync(updates, cancellationToken))
        {
            if (updates.Current.InnerContent is StreamingChatCompletionUpdate update)
            {
                yield return Sum(Conversions.Update(update), usage);
            }
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType?.IsInstanceOfType(this) == true ? this
            : serviceType?.IsInstanceOfType(kernel) == true ? kernel : null;

    public void Dispose()
    {
    }

    /// <summary>The first step, without functions if the server does not take them.</summary>
    private async Task<(IAsyncEnumerator<StreamingChatMessageContent> Updates, bool HasNext)> BeginAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        var lookup = _takesFunctions && CorpusLookup.Of(options) is { MaxCalls: > 0 } offered ? offered : null;
        var updates = Start(messages, options, lookup, cancellation);
        try
        {
            return (updates, await NextAsync(updates, cancellation));
        }
        catch (ModelException refused) when (lookup is not null && refused.Failure == ModelFailure.Rejected)
        {
            await updates.DisposeAsync();
            updates = Start(messages, options, null, cancellation);
            var hasNext = await NextAsync(updates, cancellation);
            _takesFunctions = false;
            return (updates, hasNext);
        }
    }

    private IAsyncEnumerator<StreamingChatMessageContent> Start(List<ChatMessage> messages, ChatOptions? options, CorpusLookup? lookup, CancellationToken cancellation)
    {
        var asked = kernel.Clone();
        var settings = Settings(options);
        if (lookup is not null)
        {
            asked.Plugins.AddFromObject(new CorpusPlugin(lookup), CorpusPlugin.Name);
            asked.AutoFunctionInvocationFilters.Add(new LookupFilter(lookup, logger));
            settings.FunctionChoiceBehavior = FunctionChoiceBehavior.Auto();
        }

        var updates = ChatPrompt.Template(messages).InvokeStreamingAsync<StreamingChatMessageContent>(asked, ChatPrompt.Arguments(messages, settings, lookup), cancellation);
        return Bounded(updates, lookup?.MaxCalls ?? 0, cancellation).GetAsyncEnumerator(cancellation);
    }

    private OpenAIPromptExecutionSettings Settings(ChatOptions? options)
    {
        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = options?.Temperature,
            TopP = options?.TopP,
            StopSequences = options?.StopSequences,
            ResponseFormat = Conversions.Format(options?.ResponseFormat),
        };
        if (isOfOpenAI)
        {
            settings.MaxTokens = options?.MaxOutputTokens;
        }
        else if (options?.MaxOutputTokens is { } most)
        {
            settings.ExtraBody = new Dictionary<string, object?>(StringComparer.Ordinal) { ["max_tokens"] = most };
        }

        return settings;
    }

    // A function that does not exist passes no filter: a model that calls such again and again is stopped here.
    private static async IAsyncEnumerable<StreamingChatMessageContent> Bounded(IAsyncEnumerable<StreamingChatMessageContent> updates, int mostCalls, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var update in updates.WithCancellation(cancellation))
        {
            yield return update.Items.OfType<StreamingFunctionCallUpdateContent>().Any(call => call.RequestIndex > mostCalls)
                ? throw new ModelException(ModelFailure.Broken, "the model calls functions without end") : update;
        }
    }

    // Each request in between has a finish and a usage of its own: a reader is to see one answer, and all that it took.
    private static ChatResponseUpdate Sum(ChatResponseUpdate update, UsageDetails usage)
    {
        if (update.FinishReason == ChatFinishReason.ToolCalls)
        {
            update.FinishReason = null;
        }

        foreach (var counted in update.Contents.OfType<UsageContent>())
        {
            usage.Add(counted.Details);
            counted.Details = new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };
        }

        return update;
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<StreamingChatMessageContent> updates, CancellationToken cancellation)
    {
        ModelException? failed = null;
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && (failed = Failure(failure)) is not null)
        {
            // In our own words: the library's may hold the server's, and those the key.
        }

        throw failed;
    }

    private static ModelException? Failure(Exception failure) => failure switch
    {
        ModelException ours => ours,
        HttpOperationException or KernelException when failure.InnerException is { } inner => Failure(inner),
        HttpOperationException or KernelException => new ModelException(ModelFailure.Broken, "the model's server did not answer in the protocol"),
        _ => Failures.Of(failure),
    };
}
