using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;
using BriefingBot.Channels.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.BotFramework;

/// <summary><c>POST /api/messages</c>: activities from Bot Framework's channels.</summary>
internal static partial class MessagesEndpoint
{
    public const string Path = "/api/messages";

    private const int MostBytes = 256 * 1024;

    private const int RetryAfterSeconds = 5;

    /// <summary>Where the bot is configured; it knows its callers by the channels' own tokens.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<BotOptions>>().Value;
        if (!options.IsOn)
            return;
        if (routes.ServiceProvider.GetRequiredService<ChannelAuthenticator>().IsOpen)
            LogOpen(routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MessagesEndpoint)));
        var door = routes.ServiceProvider.GetRequiredService<IMessagesDoor>();
        routes.Map(Path, (HttpContext http) => TakeAsync(http, door)).AllowAnonymous().ExcludeFromDescription().WithMetadata(new BodyLimit());
    }

    private static async Task TakeAsync(HttpContext http, IMessagesDoor door)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (await ReadAsync(http) is not { } activity)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        try
        {
            await door.TakeAsync(http, activity);
        }
        catch (UnauthorizedAccessException)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        catch (BusyException)
        {
            http.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
    }

    private static async Task<Activity?> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return ActivityJson.Read(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    [LoggerMessage(LogLevel.Warning, "/api/messages has no app id: whatever runs on this machine may speak for a channel, and nothing from elsewhere is answered")]
    private static partial void LogOpen(ILogger log);

    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
