using BriefingBot.Channels.BotFramework.Activities;

namespace BriefingBot.Channels.BotFramework;

/// <summary>Brings activities into the conversation that a turn came from: by the connector, in the response, or into a Direct Line.</summary>
internal interface IActivitySender
{
    /// <summary>Sends one; who it is from and to, and the conversation, are filled in.</summary>
    /// <returns>The id that the channel gave it; null where it gave none.</returns>
    /// <exception cref="ConnectorException">The channel refuses it.</exception>
    Task<string?> SendAsync(Activity activity, CancellationToken cancellation);
}
