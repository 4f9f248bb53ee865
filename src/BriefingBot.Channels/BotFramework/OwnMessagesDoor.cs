using System.Net.Mime;
using System.Text;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.BotFramework.Activities;
using BriefingBot.Channels.BotFramework.Authentication;
using BriefingBot.Channels.BotFramework.Connector;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Channels.BotFramework;

/// <summary>Takes activities without an SDK. Thread-safe.</summary>
internal sealed class OwnMessagesDoor(ChannelAuthenticator authenticator, ActivityBot bot, ActivityTurns turns) : IMessagesDoor
{
    public async Task TakeAsync(HttpContext http, Activity activity)
    {
        var service = await authenticator.AuthenticateAsync(http.Request.Headers.Authorization, activity, http.IsLocal(), http.RequestAborted) ?? throw new UnauthorizedAccessException();
        await (activity switch
        {
            { Type: "invoke" } => InvokeAsync(http, activity),
            { DeliveryMode: "expectReplies" } => ReplyAsync(http, activity),
            _ => turns.TakeAsync(activity, service, http.RequestAborted),
        });
    }

    private async Task ReplyAsync(HttpContext http, Activity activity)
    {
        var sender = new ResponseSender(activity);
        await turns.AnswerAsync(activity, sender, http.RequestAborted);
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
}
