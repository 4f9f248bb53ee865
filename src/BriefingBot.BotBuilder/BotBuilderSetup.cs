using BriefingBot.Channels.BotFramework;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.BotBuilder;

/// <summary>Puts Bot Builder before the bot.</summary>
public static class BotBuilderSetup
{
    /// <summary>Has Bot Builder serve <c>/api/messages</c>, unless <c>Bot:Endpoint</c> says otherwise. Needs what <see cref="Channels.ChannelsSetup.AddBriefingBot"/> adds.</summary>
    public static IServiceCollection AddBotBuilder(this IServiceCollection services)
    {
        services.AddTransient<RetryHandler>();

        // Its time is that of each try, which the handler keeps.
        services.AddChannelClient(ChannelConnectors.Client).ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan).AddHttpMessageHandler<RetryHandler>();
        services.AddSingleton<ChannelConnectors>();
        services.AddSingleton<BotFrameworkAuthentication, ChannelAuthentication>();
        services.AddSingleton<BriefingAdapter>();
        services.AddSingleton<BriefingHandler>();
        services.AddKeyedSingleton<IMessagesDoor, BotBuilderDoor>(BotEndpoint.BotBuilder);
        services.AddKeyedSingleton<IAnswerRoute, BotBuilderRoute>(BotEndpoint.BotBuilder);
        return services;
    }
}
