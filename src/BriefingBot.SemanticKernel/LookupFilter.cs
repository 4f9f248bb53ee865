using System.Diagnostics;
using BriefingBot.Answers.Drafts;
using BriefingBot.Retrieval;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace BriefingBot.SemanticKernel;

/// <summary>Logs, meters and caps the functions that a model calls for one draft. Calls come one after another.</summary>
internal sealed partial class LookupFilter(CorpusLookup lookup, ILogger logger) : IAutoFunctionInvocationFilter
{
    private int _calls;
    private int _tokens;

    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        if (_calls >= lookup.MaxCalls)
        {
            End(context, "refused", """{"nothing":"no more may be looked up; write the answer"}""");
            return;
        }

        _calls++;
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception failure) when (failure is IndexException or KernelException or ArgumentException or FormatException)
        {
            // In our own words: the failure's may hold a path, and a model repeats what it reads.
            End(context, "failed", """{"nothing":"that could not be looked up"}""");
            return;
        }

        ModelMeter.LookupDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        var tokens = TokenEstimate.Of(context.Result.GetValue<string>() ?? "");
        if (_tokens + tokens > lookup.MaxTokens)
        {
            _calls = lookup.MaxCalls;
            End(context, "refused", """{"nothing":"there is no room for more; write the answer"}""");
            return;
        }

        _tokens += tokens;
        ModelMeter.LookupTokens.Record(tokens);
        Count(context, "answered");
    }

    private void End(AutoFunctionInvocationContext context, string outcome, string said)
    {
        context.Result = new FunctionResult(context.Result, said);
        Count(context, outcome);
    }

    // From the last call on the functions are not to be called any more: what is left is to answer.
    private void Count(AutoFunctionInvocationContext context, string outcome)
    {
        ModelMeter.Lookups.Add(1, new("function", context.Function.Name), new("outcome", outcome));
        LookedUp(logger, context.Function.Name, outcome, _calls, lookup.MaxCalls, _tokens);
        if (_calls >= lookup.MaxCalls && context.ExecutionSettings is { } settings)
        {
            settings.FunctionChoiceBehavior = FunctionChoiceBehavior.None();
        }
    }

    [LoggerMessage(2, LogLevel.Debug, "A model called {Function}: {Outcome}, call {Call} of {Most}, {Tokens} tokens so far")]
    private static partial void LookedUp(ILogger logger, string function, string outcome, int call, int most, int tokens);
}
