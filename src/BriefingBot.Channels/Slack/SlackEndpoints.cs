using System.Text.Json;
using BriefingBot.Channels.Bots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Slack;

/// <summary>Where Slack sends events, slash commands and pressed buttons; only what it has signed is read.</summary>
internal static class SlackEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<SlackWorkspaces>().All.All(workspace => workspace.SigningSecret is null))
            return;

        // Who calls is known by the signature.
        var slack = routes.MapGroup("/slack").AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(SlackGate.MostBytes));
        slack.MapPost("/events", (HttpRequest request, SlackGate gate, SlackInbox inbox) => gate.OpenAsync(request, body => EventAsync(body, inbox, request.HttpContext)));
        slack.MapPost("/commands", (HttpRequest request, SlackGate gate, SlackCommands commands) => gate.OpenAsync(request, body => CommandAsync(body, commands, request.HttpContext)));
        slack.MapPost("/interactions", (HttpRequest request, SlackGate gate, SlackInteractions interactions) => gate.OpenAsync(request, body => InteractionAsync(body, interactions, request.HttpContext)));
    }

    private static async Task<IResult> EventAsync(SlackBody body, SlackInbox inbox, HttpContext http)
    {
        if (Parse(body.Text) is not { ValueKind: JsonValueKind.Object } json)
            return Results.Problem("the body is no JSON object", statusCode: StatusCodes.Status400BadRequest);
        if (json.Text("type") == "url_verification")
            return json.Text("challenge") is { } challenge ? Results.Text(challenge) : Results.Problem("a url_verification without its challenge", statusCode: StatusCodes.Status400BadRequest);
        if (json.Text("type") != "event_callback")
            return Results.Ok();
        if (await body.WorkspaceAsync(SlackPlace.OfEvent(json), http.RequestAborted) is not { } workspace)
            return Unknown(http);
        return await inbox.TakeEventAsync(workspace, json, http.RequestAborted) == Taken.Full ? Full() : Results.Ok();
    }

    private static async Task<IResult> CommandAsync(SlackBody body, SlackCommands commands, HttpContext http)
    {
        var form = QueryHelpers.ParseQuery(body.Text).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        if (await body.WorkspaceAsync(SlackPlace.OfCommand(form), http.RequestAborted) is not { } workspace)
            return Unknown(http);
        return Results.Json(await commands.TakeAsync(workspace, form, body.Id, http.RequestAborted), SlackJson.Readable);
    }

    private static async Task<IResult> InteractionAsync(SlackBody body, SlackInteractions interactions, HttpContext http)
    {
        if (Parse(QueryHelpers.ParseQuery(body.Text).TryGetValue("payload", out var payload) ? payload.ToString() : "") is not { ValueKind: JsonValueKind.Object } json)
            return Results.Problem("the payload is no JSON object", statusCode: StatusCodes.Status400BadRequest);
        if (await body.WorkspaceAsync(SlackPlace.OfInteraction(json), http.RequestAborted) is not { } workspace)
            return Unknown(http);
        return await interactions.TakeAsync(workspace, json, body.Id, http.RequestAborted) == Taken.Full ? Full() : Results.Ok();
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Unknown(HttpContext http)
    {
        // Sent again it would be as unknown.
        http.Response.Headers["X-Slack-No-Retry"] = "1";
        return Results.Problem($"this workspace is not set up here; give its token under {SlackOptions.Section}:Workspaces", statusCode: StatusCodes.Status403Forbidden);
    }

    // Slack sends it again.
    private static IResult Full() => Results.Problem("too much waits to be answered", statusCode: StatusCodes.Status503ServiceUnavailable);
}
