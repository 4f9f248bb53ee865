using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.Limits;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.BotFramework;

/// <summary>Takes what came to <c>/api/messages</c>. Each is registered by its <see cref="BotEndpoint"/>.</summary>
internal interface IMessagesDoor
{
    /// <summary>Authenticates an activity, takes it, and writes the response.</summary>
    /// <exception cref="UnauthorizedAccessException">It does not come from the channel it says it comes from.</exception>
    /// <exception cref="BusyException">Too many turns wait.</exception>
    Task TakeAsync(HttpContext http, Activity activity);
}
