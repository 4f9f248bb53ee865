using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.DirectLine;

/// <summary>Direct Line 3.0, which Bot Framework's clients speak, under <c>/v3/directline</c>.</summary>
internal sealed class DirectLineEndpoints(
    IOptions<DirectLineOptions> options, IOptions<WebOptions> web, DirectLineOrigins origins, DirectLineTokens tokens, DirectLineConversations conversations, DirectLineStreams streams, DirectLineBot bot)
{
    public const string Path = "/v3/directline";

    private const int LongestIdInChars = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<DirectLineOptions>>().Value.IsOn)
            return;
        var group = routes.MapGroup(Path).AllowAnonymous().ExcludeFromDescription().WithMetadata(new CountedByAddress());
        group.MapPost("/tokens/generate", (HttpContext http, DirectLineEndpoints line) => line.GenerateAsync(http));
        group.MapPost("/tokens/refresh", (HttpContext http, DirectLineEndpoints line) => line.RefreshAsync(http));
        group.MapPost("/conversations", (HttpContext http, DirectLineEndpoints line) => line.StartAsync(http));
        group.MapGet("/conversations/{id}", (string id, string? watermark, HttpContext http, DirectLineEndpoints line) => line.ResumeAsync(id, watermark, http));
        group.MapPost("/conversations/{id}/activities", (string id, HttpContext http, DirectLineEndpoints line) => line.PostAsync(id, http));
        group.MapGet("/conversations/{id}/activities", (string id, string? watermark, HttpContext http, DirectLineEndpoints line) => line.PollAsync(id, watermark, http));
        group.MapPost("/conversations/{id}/upload", (string id, HttpContext http, DirectLineEndpoints line) => line.RefuseUploadAsync(id, http));
        group.MapGet("/conversations/{id}/stream", (string id, string? t, HttpContext http, DirectLineStreams all) => all.ServeAsync(id, t, http));
    }

    private async Task<IResult> GenerateAsync(HttpContext http)
    {
        if (!MayBegin(http))
            return DirectLineError.Of(StatusCodes.Status403Forbidden, "Forbidden", "tokens are for pages of the configured sites, or for who has the secret");
        if (await BodyAsync(http) is not { } body)
            return DirectLineError.BadArgument("the body is no JSON object");
        return OriginsOf(http, body) is { } sites
            ? await GiveAsync(new DirectLineTicket(NewId(), UserIn(body), sites), StatusCodes.Status200OK, http)
            : DirectLineError.BadArgument($"trustedOrigins: one is not among {DirectLineOptions.Section}:Origins");
    }

    private async Task<IResult> RefreshAsync(HttpContext http) =>
        await TicketAsync(http) is { } ticket ? await GiveAsync(ticket, StatusCodes.Status200OK, http) : DirectLineError.TokenExpired;

    private async Task<IResult> StartAsync(HttpContext http)
    {
        if (await BodyAsync(http) is not { } body)
            return DirectLineError.BadArgument("the body is no JSON object");
        var ticket = await TicketAsync(http);
        if (ticket is null && HasSecret(http))
            ticket = new DirectLineTicket(NewId(), UserIn(body), []);
        if (ticket is null)
            return DirectLineError.TokenExpired;

        ticket = ticket with { User = ticket.User ?? UserIn(body) };
        var isNew = await conversations.BeginAsync(ticket.Conversation, http.RequestAborted);
        var conversation = (await conversations.FindAsync(ticket.Conversation, http.RequestAborted))!;
        if (isNew)
            await bot.GreetAsync(conversation, ticket.User, http.RequestAborted);
        return await GiveAsync(ticket, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, http, streams.UrlOf(ticket, watermark: null, http));
    }

    private Task<IResult> ResumeAsync(string id, string? watermark, HttpContext http) =>
        InAsync(id, http, (ticket, _) => GiveAsync(ticket, StatusCodes.Status200OK, http, streams.UrlOf(ticket, watermark, http)));

    private Task<IResult> PostAsync(string id, HttpContext http) => InAsync(id, http, async (ticket, conversation) =>
        await BodyAsync(http) is not { } activity ? DirectLineError.BadArgument("the body is no activity")
        : await bot.TakeAsync(conversation, activity, ticket.User, http.RequestAborted));

    private Task<IResult> PollAsync(string id, string? watermark, HttpContext http) =>
        InAsync(id, http, (_, conversation) => Task.FromResult(Results.Text(conversation.Since(watermark).Json, "application/json", Encoding.UTF8)));

    private Task<IResult> RefuseUploadAsync(string id, HttpContext http) => InAsync(id, http, async (_, conversation) =>
    {
        await bot.SayAsync(conversation, ChatWords.NoFiles, http.RequestAborted);
        return DirectLineError.Of(StatusCodes.Status415UnsupportedMediaType, "UploadNotSupported", "this bot takes no files; ask in words");
    });

    private async Task<IResult> InAsync(string id, HttpContext http, Func<DirectLineTicket, DirectLineConversation, Task<IResult>> answer) =>
        await TicketAsync(http) is not { } ticket || !ticket.Conversation.Equals(id, StringComparison.Ordinal) ? DirectLineError.TokenExpired
        : await conversations.FindAsync(id, http.RequestAborted) is not { } conversation ? DirectLineError.NotFound
        : await answer(ticket, conversation);

    private async Task<IResult> GiveAsync(DirectLineTicket ticket, int status, HttpContext http, string? streamUrl = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        var token = await tokens.MakeAsync(ticket, http.RequestAborted);
        var conversationId = ticket.Conversation;
        var expires = tokens.LifeInSeconds;
        return streamUrl is null
            ? Results.Json(new { conversationId, token, expires_in = expires }, statusCode: status)
            : Results.Json(new { conversationId, token, expires_in = expires, streamUrl }, statusCode: status);
    }

    // Of a page from elsewhere, of our own page where that is for whoever sends it, or of a client on this machine.
    private bool MayBegin(HttpContext http) =>
        HasSecret(http)
        || (http.Request.Headers.Origin is [{ } origin] && options.Value.Origins.Contains(origin, StringComparer.Ordinal))
        || (origins.IsAdmitted(http.Request) && (http.IsLocal() || (http.Request.Headers.Origin.Count == 1 && web.Value.Public)));

    private bool HasSecret(HttpContext http) =>
        options.Value.Secret is { Length: > 0 } secret && BearerOf(http) is { } given
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private async Task<DirectLineTicket?> TicketAsync(HttpContext http) =>
        BearerOf(http) is { } token && await tokens.ReadAsync(token, http.RequestAborted) is { } ticket && origins.IsFor(ticket, http.Request) ? ticket : null;

    private List<string>? OriginsOf(HttpContext http, JsonObject body)
    {
        if (http.Request.Headers.Origin is [{ } origin])
            return [origin];
        var trusted = (body["trustedOrigins"] as JsonArray ?? []).Select(site => site is JsonValue value && value.TryGetValue<string>(out var text) ? text : "").ToList();
        return trusted.TrueForAll(site => options.Value.Origins.Contains(site, StringComparer.Ordinal)) ? trusted : null;
    }

    private static string? UserIn(JsonObject body) =>
        body["user"] is JsonObject user && user["id"] is JsonValue value && value.TryGetValue<string>(out var id) && id.Length is > 0 and <= LongestIdInChars ? id : null;

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string? BearerOf(HttpContext http)
    {
        const string Scheme = "Bearer ";
        return http.Request.Headers.Authorization is [{ } given] && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? given[Scheme.Length..].Trim() : null;
    }

    // Nothing at all stands for an empty object.
    private static async Task<JsonObject?> BodyAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (body.Length == 0)
            return [];
        try
        {
            return JsonNode.Parse(body.ToArray(), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
