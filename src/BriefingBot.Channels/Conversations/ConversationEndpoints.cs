using BriefingBot.Channels.Access;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.ApiDescriptions;
using BriefingBot.Channels.Asks;
using BriefingBot.Channels.Problems;
using BriefingBot.Channels.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Channels.Conversations;

/// <summary><c>GET /api/conversations/{id}</c>: what was asked and answered, for a page that is opened again.</summary>
internal static class ConversationEndpoints
{
    private const string Prefix = "/api/conversations/";
    private const int DefaultTop = 20;
    private const int MostTop = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/conversations/{id}", ReadAsync)
        .Described("readConversation", "Conversations", "Gives the last turns of a conversation as they were, and what of them no longer holds.");

    private static async Task<Ok<ConversationResult>> ReadAsync([FromQuery] int? top, ConversationLog conversations, ReadableCorpus corpus, HttpContext http)
    {
        var most = top ?? DefaultTop;
        if (most is < 1 or > MostTop)
            throw new RequestException($"top: {most} is not from 1 to {MostTop}; leave it out for the last {DefaultTop} turns");
        if (RawId.Of(http, Prefix) is not { Length: <= AskRequest.LongestConversationInChars } id)
            throw new RequestException($"id: a conversation's has 1 to {AskRequest.LongestConversationInChars} characters; write the one that the questions were asked in");

        var caller = http.Caller("api");
        var readable = await corpus.OpenAsync(caller, wanted: null, http.RequestAborted);
        List<ConversationTurn> turns = [];
        foreach (var turn in await conversations.TurnsAsync(conversations.KeyOf(caller, id), most, http.RequestAborted))
        {
            var asked = turn.Filter is null ? readable : await corpus.OpenAsync(caller, turn.Filter, http.RequestAborted);
            turns.Add(await ReviewedTurn.ReviewAsync(turn, readable, asked, http.RequestAborted));
        }

        return TypedResults.Ok(new ConversationResult(id, turns));
    }
}
