using BriefingBot.Answers.Drafts;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace BriefingBot.SemanticKernel;

/// <summary>Logs, meters and caps prompts by their length.</summary>
internal sealed partial class PromptFilter(DraftOptions options, ILogger logger) : IPromptRenderFilter
{
    // What did not hold is sent once more, with the first draft and what was looked up.
    private int MaxTokens => options.MaxPromptTokens + (2 * options.MaxAnswerTokens) + options.MaxLookupTokens;

    /// <exception cref="ModelException">The prompt is too long.</exception>
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context);

        // As rendered, marks stand as entities: what goes into the template is what is sent.
        var tokens = context.Arguments.Sum(argument => TokenEstimate.Of(argument.Value as string ?? ""));
        ModelMeter.PromptTokens.Record(tokens);
        Asked(logger, context.Arguments.Count, tokens);
        if (tokens > MaxTokens)
        {
            throw new ModelException(ModelFailure.Declined, $"the prompt has about {tokens} tokens, the most is {MaxTokens}");
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Asks a model: {Messages} messages, about {Tokens} tokens")]
    private static partial void Asked(ILogger logger, int messages, int tokens);
}
