using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.Bots;

namespace BriefingBot.Channels.BotFramework;

/// <summary>Shows what the bot replies the way a channel shows things best.</summary>
internal interface IReplyView
{
    /// <summary>Whether it is made for a channel.</summary>
    bool Serves(string? channel);

    /// <summary>Sends the replies to one turn.</summary>
    /// <returns>The answer that was given; null if it was none.</returns>
    /// <exception cref="ConnectorException">The channel does not take it.</exception>
    Task<ShownAnswer?> ShowAsync(Activity received, IAsyncEnumerable<BotReply> replies, IActivitySender sender, CancellationToken cancellation);
}

/// <param name="AnswerId">As feedback names it.</param>
/// <param name="ActivityId">The channel's name of the message that holds it; null if there is none.</param>
internal sealed record ShownAnswer(string AnswerId, string? ActivityId);
