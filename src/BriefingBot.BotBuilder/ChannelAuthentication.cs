using System.Security.Claims;
using BriefingBot.Channels.BotFramework.Authentication;
using Microsoft.Bot.Connector.Authentication;
using Schema = Microsoft.Bot.Schema;

namespace BriefingBot.BotBuilder;

/// <summary>Lets in whom the bot's own endpoint lets in. Thread-safe.</summary>
/// <remarks>
/// Bot Builder's own rules let in more: an activity without a serviceUrl, tokens of the emulator outside Development, and as the emulator's those of any
/// tenant that a token before, valid or not, has named. They also fetch no new keys when a key is unknown, and fail on tokens that are none.
/// </remarks>
internal sealed class ChannelAuthentication(ChannelAuthenticator authenticator, ChannelConnectors connectors) : BotFrameworkAuthentication
{
    // A turn must have a client for signing users in, which the bot never does.
    private readonly BotFrameworkAuthentication _anonymous = BotFrameworkAuthenticationFactory.Create();

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Schema.Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var arrived = (ArrivedActivity)activity;
        var service = await authenticator.AuthenticateAsync(authHeader, arrived.Received, arrived.IsLocal, cancellationToken) ?? throw new UnauthorizedAccessException();
        var identity = new ChannelIdentity(service);
        return new AuthenticateRequestResult { ClaimsIdentity = identity, ConnectorFactory = CreateConnectorFactory(identity) };
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        claimsIdentity is ChannelIdentity channel ? connectors.To(channel.Service) : throw new UnauthorizedAccessException();

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        _anonymous.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);
}
