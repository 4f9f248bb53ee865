using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;

namespace BriefingBot.BotBuilder;

/// <summary>Bot Builder's adapter for activities that have been read already. Thread-safe.</summary>
internal sealed class BriefingAdapter(BotFrameworkAuthentication authentication, ILogger<BriefingAdapter> log) : CloudAdapter(authentication, log)
{
    /// <summary>Authenticates an activity, has the bot take it, and writes the response.</summary>
    /// <exception cref="UnauthorizedAccessException">It does not come from the channel it says it comes from.</exception>
    public async Task ProcessAsync(HttpContext http, ArrivedActivity activity, IBot bot)
    {
        var response = await ProcessActivityAsync(http.Request.Headers.Authorization.ToString(), activity, bot.OnTurnAsync, http.RequestAborted);
        await HttpHelper.WriteResponseAsync(http.Response, response);
    }
}
