using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;

namespace BriefingBot.Channels.BotFramework;

/// <summary>The way back to where an activity came from, once its request is over. Each is registered by its <see cref="BotEndpoint"/>.</summary>
internal interface IAnswerRoute
{
    /// <summary>Has an activity answered.</summary>
    /// <param name="received">The activity.</param>
    /// <param name="service">Where answers to it go.</param>
    /// <param name="answer">Answers it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConnectorException">The channel does not take the answer.</exception>
    Task AnswerAsync(Activity received, ServiceAddress service, Func<IActivitySender, CancellationToken, Task> answer, CancellationToken cancellation);
}
