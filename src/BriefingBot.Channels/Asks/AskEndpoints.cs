using System.Net.Mime;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.ApiDescriptions;
using BriefingBot.Channels.Bots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Channels.Asks;

/// <summary><c>POST /api/ask</c> and <c>POST /api/check</c>.</summary>
internal static class AskEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/ask", AskAsync).Accepts<AskRequest>(MediaTypeNames.Application.Json)
            .Produces<AnswerBody>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, AnswerEvents.MediaType)
            .Described("ask", "Answers", "Answers a question; with Accept: text/event-stream as events status, sentence, citation and done.", StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
        routes.MapPost("/api/check", CheckAsync).Accepts<AskRequest>(MediaTypeNames.Application.Json)
            .Produces<AnswerBody>()
            .Described("check", "Answers", "Tells the status of a claim, from the stances toward it.", StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task AskAsync(AskRequest request, Bot bot, HttpContext http)
    {
        var ask = request.ToAsk(http.Caller("api"));
        var events = bot.AskAsync(ask, http.RequestAborted);
        if (http.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(AnswerEvents.MediaType, StringComparison.OrdinalIgnoreCase)))
        {
            await AnswerEvents.WriteAsync(http, ask, events);
            return;
        }

        Answer? answer = null;
        await foreach (var written in events)
            answer = (written as AnswerFinished)?.Answer;
        await WriteAsync(http, ask, answer!);
    }

    private static async Task CheckAsync(AskRequest request, Bot bot, HttpContext http)
    {
        var ask = request.ToAsk(http.Caller("api"));
        await WriteAsync(http, ask, await bot.CheckAsync(ask, http.RequestAborted));
    }

    private static async Task WriteAsync(HttpContext http, Ask ask, Answer answer)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        await using (var json = new Utf8JsonWriter(http.Response.BodyWriter, AnswerJson.Compact))
            AnswerJson.Write(json, answer, ask.Id);
    }
}
