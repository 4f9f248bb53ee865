using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;
using Polly;

namespace BriefingBot.Channels.BotFramework.Connector;

/// <summary>Sends activities to a channel. Thread-safe.</summary>
internal sealed class ConnectorClient
{
    public const string Client = "bot-connector";

    private const int MostBytesOfResponse = 256 * 1024;

    private readonly IHttpClientFactory _clients;
    private readonly AccessTokens _tokens;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ConnectorClient(IHttpClientFactory clients, AccessTokens tokens, TimeProvider time)
    {
        (_clients, _tokens) = (clients, tokens);
        _pipeline = ConnectorRetries.Create(time);
    }

    /// <summary>Adds an activity to a conversation.</summary>
    /// <returns>Its id; null where the channel gives none.</returns>
    /// <exception cref="ConnectorException">The channel does not take it.</exception>
    public async Task<string?> SendAsync(ServiceAddress service, string conversation, Activity activity, CancellationToken cancellation)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
        if (activity.ReplyToId is { Length: > 0 } replied)
            path += $"/{Uri.EscapeDataString(replied)}";
        var body = ActivityJson.Write(activity);
        try
        {
            using var response = await _pipeline.ExecuteAsync(async stop => await AuthorizedAsync(new Uri(service.Url, path), body, stop), cancellation);
            return await ReadAsync(response, cancellation);
        }
        catch (HttpRequestException failure)
        {
            throw new ConnectorException($"{service.Url.Host} cannot be reached: {failure.Message}");
        }
    }

    // A token may be withdrawn before its time: then it is tried with another, once.
    private async Task<HttpResponseMessage> AuthorizedAsync(Uri address, byte[] body, CancellationToken cancellation)
    {
        var response = await SendAsync(address, body, cancellation);
        if (response.StatusCode != HttpStatusCode.Unauthorized || response.RequestMessage?.Headers.Authorization?.Parameter is not { } token)
            return response;
        response.Dispose();
        _tokens.Forget(token);
        return await SendAsync(address, body, cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, byte[] body, CancellationToken cancellation)
    {
        using var client = _clients.CreateClient(Client);
        client.MaxResponseContentBufferSize = MostBytesOfResponse;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (await _tokens.GetAsync(cancellation) is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, cancellation);
    }

    private static async Task<string?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var json = Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
        if (response.IsSuccessStatusCode)
            return ActivityJson.Text(json?.RootElement, "id");
        var error = ActivityJson.Member(json?.RootElement, "error");
        throw ConnectorException.Refused((int)response.StatusCode, ActivityJson.Text(error, "code"), ActivityJson.Text(error, "message"));
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
