using System.Net;
using System.Net.Http.Headers;
using BriefingBot.Channels.BotFramework.Connector;
using Polly;

namespace BriefingBot.BotBuilder;

/// <summary>Sends again what a channel could not take just now; Bot Builder's client does not.</summary>
internal sealed class RetryHandler(AccessTokens tokens, TimeProvider time) : DelegatingHandler
{
    private const int MostBytesOfResponse = 256 * 1024;

    private static readonly TimeSpan PatienceOfTry = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline<HttpResponseMessage> _retries = ConnectorRetries.Create(time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await _retries.ExecuteAsync(async stop => await TryAsync(request, stop), cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || request.Headers.Authorization?.Parameter is not { } withdrawn)
            return response;

        // A token may be withdrawn before its time: then it is tried with another, once.
        response.Dispose();
        tokens.Forget(withdrawn);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        return await _retries.ExecuteAsync(async stop => await TryAsync(request, stop), cancellationToken);
    }

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        inTime.CancelAfter(PatienceOfTry);
        var response = await base.SendAsync(request, inTime.Token);
        await response.Content.LoadIntoBufferAsync(MostBytesOfResponse, inTime.Token);
        return response;
    }
}
