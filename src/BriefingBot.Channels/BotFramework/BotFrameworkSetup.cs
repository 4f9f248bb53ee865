using BriefingBot.Channels.BotFramework.Authentication;
using BriefingBot.Channels.BotFramework.Connector;
using BriefingBot.Channels.BotFramework.Views;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.DirectLine;
using BriefingBot.Channels.Sections;
using BriefingBot.Channels.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.BotFramework;

internal static class BotFrameworkSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void AddBotFramework(this IServiceCollection services)
    {
        services.AddSection<BotOptions>(BotOptions.Section);
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidation>();
        services.AddSingleton(provider => CloudAddresses.Of(provider.GetRequiredService<IOptions<BotOptions>>().Value));
        services.TryAddSingleton(TimeProvider.System);

        foreach (var client in (string[])[SigningKeys.Client, AccessTokens.Client, ConnectorClient.Client])
            services.AddChannelClient(client);
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<ChannelAuthenticator>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<ActivityBot>();
        services.AddSingleton<ActivityTurns>();
        services.AddSingleton<ITurnDoor>(provider => provider.GetRequiredService<ActivityTurns>());
        services.AddKeyedSingleton<IMessagesDoor, OwnMessagesDoor>(BotEndpoint.Own);
        services.AddKeyedSingleton<IAnswerRoute, ConnectorRoute>(BotEndpoint.Own);
        services.AddSingleton(OfEndpoint<IMessagesDoor>);
        services.AddSingleton(OfEndpoint<IAnswerRoute>);

        // The first that serves a channel shows it.
        services.AddSingleton<IReplyView, TeamsView>();
        services.AddSingleton<IReplyView, WebChatView>();
        services.AddSingleton<IReplyView, PlainView>();
    }

    // By the setting; else Bot Builder's, where the build has it.
    private static T OfEndpoint<T>(IServiceProvider provider)
        where T : class =>
        provider.GetRequiredService<IOptions<BotOptions>>().Value.Endpoint is { } chosen ? provider.GetRequiredKeyedService<T>(chosen)
        : provider.GetKeyedService<T>(BotEndpoint.BotBuilder) ?? provider.GetRequiredKeyedService<T>(BotEndpoint.Own);

    /// <summary>Adds a client that takes a token where it was meant to go, and nowhere else that this place points at.</summary>
    public static IHttpClientBuilder AddChannelClient(this IServiceCollection services, string name) =>
        services.AddHttpClient(name, http => http.Timeout = Patience)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) });
}
