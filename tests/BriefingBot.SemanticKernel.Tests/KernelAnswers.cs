using System.Collections.Concurrent;
using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.OpenAI.Tests;
using Microsoft.Extensions.Logging;

namespace BriefingBot.SemanticKernel.Tests;

/// <summary>The sample corpus, asked through Semantic Kernel.</summary>
internal static class KernelAnswers
{
    /// <summary>A cold kernel on a busy machine is no silent model.</summary>
    public static DraftOptions Patient { get; } = SampleAnswers.Quick with { MaxSilenceSeconds = 10 };

    public static Answerer Through(this SampleAnswers sample, ModelServer server, DraftOptions? options = null, CollectingLogger? log = null) =>
        sample.Answerer(SemanticKernelModel.CreateWriter(Options(server) with { Draft = options ?? Patient }, log));

    public static Task<Answer> AskThroughAsync(this SampleAnswers sample, ModelServer server, DraftOptions? options = null, CollectingLogger? log = null) =>
        sample.Through(server, options, log).AskAsync(SampleAnswers.Question, cancellation: TestContext.Current.CancellationToken);

    public static ModelOptions Options(ModelServer server) => new() { Provider = "openai", Endpoint = server.Url, Name = "m", ApiKey = SampleAnswers.Key };
}

/// <summary>Keeps every line, of every level.</summary>
internal sealed class CollectingLogger : ILoggerFactory, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
