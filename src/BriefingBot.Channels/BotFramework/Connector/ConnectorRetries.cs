using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace BriefingBot.Channels.BotFramework.Connector;

/// <summary>When a channel is asked again, and how long after.</summary>
internal static class ConnectorRetries
{
    private const int MostRetries = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<HttpResponseMessage> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } || IsWorthAnotherTry(outcome.Outcome.Result)),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstWait,
            MaxDelay = LongestWait,
            MaxRetryAttempts = MostRetries,
            DelayGenerator = outcome => ValueTask.FromResult(WaitAskedFor(outcome.Outcome.Result?.Headers.RetryAfter)),
            OnRetry = outcome =>
            {
                outcome.Outcome.Result?.Dispose();
                return ValueTask.CompletedTask;
            },
        }).Build();

    private static bool IsWorthAnotherTry(HttpResponseMessage? response) => response?.StatusCode is
        HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    private static TimeSpan? WaitAskedFor(RetryConditionHeaderValue? asked) =>
        asked?.Delta is { } wait ? (wait < LongestWait ? wait : LongestWait) : null;
}
