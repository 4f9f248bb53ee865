using System.Net.Http.Headers;
using BriefingBot.Channels.BotFramework.Authentication;
using BriefingBot.Channels.BotFramework.Connector;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;
using Newtonsoft.Json.Serialization;
using ConnectorClient = Microsoft.Bot.Connector.ConnectorClient;

namespace BriefingBot.BotBuilder;

/// <summary>Bot Builder's clients of channels, with the bot's own token. Thread-safe.</summary>
internal sealed class ChannelConnectors(IHttpClientFactory clients, AccessTokens tokens)
{
    public const string Client = "bot-builder";

    // Each client of Bot Builder's has one of its own and so works out anew, for milliseconds, how every type is written.
    private static readonly DefaultContractResolver Contracts = new();

    private readonly Credentials _credentials = new(tokens);

    public ConnectorFactory To(ServiceAddress service) => new Connectors(service, clients, _credentials);

    private sealed class Connectors(ServiceAddress service, IHttpClientFactory clients, Credentials credentials) : ConnectorFactory
    {
        // The address that was vouched for, whatever address is asked for.
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
        {
            var client = clients.CreateClient(Client);
            ConnectorClient.AddDefaultRequestHeaders(client);
            var connector = new ConnectorClient(service.Url, credentials, client, disposeHttpClient: true);
            connector.SerializationSettings.ContractResolver = Contracts;
            connector.DeserializationSettings.ContractResolver = Contracts;
            return Task.FromResult<IConnectorClient>(connector);
        }
    }

    private sealed class Credentials(AccessTokens tokens) : ServiceClientCredentials
    {
        public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (await tokens.GetAsync(cancellationToken) is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}
