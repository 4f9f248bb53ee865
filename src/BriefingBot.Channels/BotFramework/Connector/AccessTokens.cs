using System.Text.Json;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;
using Microsoft.Extensions.Options;
using Polly;

namespace BriefingBot.Channels.BotFramework.Connector;

/// <summary>The bot's own token for the connector, kept until shortly before it ends. Thread-safe.</summary>
internal sealed class AccessTokens(IHttpClientFactory clients, IOptions<BotOptions> options, CloudAddresses cloud, TimeProvider time) : IDisposable
{
    public const string Client = "bot-token";

    private const int DefaultLifeInSeconds = 3600;

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    // Where Azure tells a machine who it is; a link-local address.
    private static readonly Uri MachineIdentity = new("http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01");

    private readonly ResiliencePipeline<HttpResponseMessage> _retries = ConnectorRetries.Create(time);
    private readonly SemaphoreSlim _fetching = new(1);
    private (string Token, DateTimeOffset Until)? _kept;

    /// <returns>Null where the bot has no app id.</returns>
    /// <exception cref="ConnectorException">It is not given.</exception>
    public async Task<string?> GetAsync(CancellationToken cancellation)
    {
        if (!options.Value.HasAppId)
            return null;

        await _fetching.WaitAsync(cancellation);
        try
        {
            if (_kept is not { } kept || kept.Until <= time.GetUtcNow())
                _kept = kept = await FetchAsync(cancellation);
            return kept.Token;
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>Drops a token that was refused.</summary>
    public void Forget(string? token)
    {
        if (_kept?.Token == token)
            _kept = null;
    }

    public void Dispose() => _fetching.Dispose();

    private async Task<(string, DateTimeOffset)> FetchAsync(CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        try
        {
            using var response = await _retries.ExecuteAsync(async stop => await AskAsync(client, stop), cancellation);
            // The body of a refusal may tell of the secret; it is not shown.
            if (!response.IsSuccessStatusCode)
                throw new ConnectorException($"no token for app {options.Value.AppId}: {(int)response.StatusCode}; check {BotOptions.Section}:AppId, {BotOptions.Section}:Password and {BotOptions.Section}:TenantId", (int)response.StatusCode);
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation));
            var token = ActivityJson.Text(body.RootElement, "access_token") ?? throw new ConnectorException("no token: the answer holds none");
            var life = TimeSpan.FromSeconds(LifeInSeconds(body.RootElement));
            return (token, time.GetUtcNow() + (life > 2 * Margin ? life - Margin : life / 2));
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            throw new ConnectorException($"no token for app {options.Value.AppId}: {failure.Message}");
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpClient client, CancellationToken cancellation)
    {
        using var request = options.Value.AppType == BotAppType.UserAssignedMSI ? ByIdentity() : BySecret();
        return await client.SendAsync(request, cancellation);
    }

    // A number from one place, digits in a string from the other.
    private static int LifeInSeconds(JsonElement body) => ActivityJson.Member(body, "expires_in") switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var seconds) => seconds,
        { ValueKind: JsonValueKind.String } text when int.TryParse(text.GetString(), out var seconds) => seconds,
        _ => DefaultLifeInSeconds,
    };

    private HttpRequestMessage BySecret()
    {
        var tenant = options.Value.AppType == BotAppType.SingleTenant ? options.Value.TenantId! : cloud.BotTenant;
        return new HttpRequestMessage(HttpMethod.Post, options.Value.TokenEndpoint ?? new Uri(cloud.Login, $"{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token"))
        {
            Content = new FormUrlEncodedContent([
                new("grant_type", "client_credentials"),
                new("client_id", options.Value.AppId),
                new("client_secret", options.Value.Password),
                new("scope", $"{cloud.Issuer}/.default"),
            ]),
        };
    }

    private HttpRequestMessage ByIdentity()
    {
        // App Service has an identity endpoint of its own and names it in the environment.
        var (own, header) = (Environment.GetEnvironmentVariable("IDENTITY_ENDPOINT"), Environment.GetEnvironmentVariable("IDENTITY_HEADER"));
        var address = options.Value.TokenEndpoint ?? (own is null ? MachineIdentity : new Uri($"{own}?api-version=2019-08-01"));
        var separator = address.Query.Length > 0 ? '&' : '?';
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address}{separator}resource={Uri.EscapeDataString(cloud.Issuer)}&client_id={Uri.EscapeDataString(options.Value.AppId!)}"));
        request.Headers.Add("Metadata", "true");
        if (header is not null)
            request.Headers.Add("X-IDENTITY-HEADER", header);
        return request;
    }
}
