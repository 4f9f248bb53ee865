using System.Net.Mime;
using System.Text;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;
using BriefingBot.Channels.BotFramework.Connector;
using BriefingBot.Channels.Bots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.BotFramework;

/// <summary><c>POST /api/messages</c>: activities from Bot Framework's channels.</summary>
internal sealed class MessagesEndpoint(ChannelAuthenticator authenticator, ActivityBot bot, PendingTurns turns, ConnectorClient connector)
{
    public const string Path = "/api/messages";

    private const int MostBytes = 256 * 1024;

    private const int RetryAfterSeconds = 5;

    /// <summary>Where the bot is configured; it knows its callers by the channels' own tokens.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<BotOptions>>().Value.IsOn)
            routes.Map(Path, (HttpContext http, MessagesEndpoint endpoint) => endpoint.TakeAsync(http)).AllowAnonymous().ExcludeFromDescription().WithMetadata(new BodyLimit());
    }

    private async Task TakeAsync(HttpContext http)
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

        if (await authenticator.AuthenticateAsync(http.Request.Headers.Authorization, activity, http.IsLocal(), http.RequestAborted) is not { } service)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await (activity switch
        {
            { Type: "invoke" } => InvokeAsync(http, activity),
            { DeliveryMode: "expectReplies" } => ReplyAsync(http, activity),
            _ => EnqueueAsync(http, activity, service),
        });
    }

    // Answered here and now it might take longer than a channel waits.
    private Task EnqueueAsync(HttpContext http, Activity activity, ServiceAddress service)
    {
        if (ActivityBot.ConversationOf(activity) is not { } conversation)
            return Task.CompletedTask;

        var isVouched = !authenticator.IsOpen;
        if (!turns.TryTake(conversation, async cancellation =>
        {
            if (await bot.IsNewAsync(activity, cancellation))
                await bot.AnswerAsync(activity, isVouched, new ConnectorSender(connector, service, activity), cancellation);
        }))
        {
            http.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }

        return Task.CompletedTask;
    }

    private async Task ReplyAsync(HttpContext http, Activity activity)
    {
        var sender = new ResponseSender(activity);
        if (await bot.IsNewAsync(activity, http.RequestAborted))
            await bot.AnswerAsync(activity, !authenticator.IsOpen, sender, http.RequestAborted);
        await WriteAsync(http, [.. "{\"activities\":["u8, .. sender.Activities.SelectMany((reply, place) => (byte[])[.. place > 0 ? ","u8 : [], .. ActivityJson.Write(reply)]), .. "]}"u8]);
    }

    private async Task InvokeAsync(HttpContext http, Activity activity)
    {
        var response = await bot.InvokeAsync(activity, !authenticator.IsOpen, http.RequestAborted);
        http.Response.StatusCode = response.Status;
        if (response.Body is { } body)
            await WriteAsync(http, Encoding.UTF8.GetBytes(body));
    }

    private static async Task WriteAsync(HttpContext http, byte[] json)
    {
        http.Response.ContentType = MediaTypeNames.Application.Json;
        await http.Response.Body.WriteAsync(json, http.RequestAborted);
    }

    private static async Task<Activity?> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return ActivityJson.Read(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
