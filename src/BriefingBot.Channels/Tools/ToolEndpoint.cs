using System.Text.Json;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace BriefingBot.Channels.Tools;

/// <summary>
/// <c>POST /mcp</c>: the Model Context Protocol over streamable HTTP, each request by itself. There are no sessions to steal, to fill the memory or to pin a client to a node;
/// the protocol's revision of July 2026 has none either, and older clients do without.
/// </summary>
internal static class ToolEndpoint
{
    private const string VersionHeader = "MCP-Protocol-Version";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/mcp", ServeAsync).ExcludeFromDescription();
    }

    private static async Task ServeAsync(HttpContext http)
    {
        var accepts = http.Request.GetTypedHeaders().Accept;
        if (!accepts.Any(type => type.MatchesMediaType("application/json")) || !accepts.Any(type => type.MatchesMediaType("text/event-stream")))
        {
            await RefuseAsync(http, StatusCodes.Status406NotAcceptable, "send the header Accept: application/json, text/event-stream");
            return;
        }

        if (await ReadAsync(http) is not { } message)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "the body is no JSON-RPC message");
            return;
        }

        await AnswerAsync(http, message);
    }

    private static async Task AnswerAsync(HttpContext http, JsonRpcMessage message)
    {
        var services = http.RequestServices;
        var loggers = services.GetRequiredService<ILoggerFactory>();
        var links = services.GetRequiredService<ArticleLinks>();
        var options = services.GetRequiredService<ToolServer>().OptionsFor(http.Caller("mcp"), citation => links.ToQuote(http.Request, citation.Quote));
        options.ScopeRequests = false;

        await using var transport = new StreamableHttpServerTransport(loggers) { Stateless = true };
        await using var server = McpServer.Create(transport, options, loggers, services);
        var running = server.RunAsync(http.RequestAborted);
        try
        {
            Begin(http.Response);
            if (!await transport.HandlePostRequestAsync(message, http.Response.Body, first => Note(http.Response, first), http.RequestAborted))
            {
                http.Response.Headers.ContentType = default;
                http.Response.StatusCode = StatusCodes.Status202Accepted;
            }
        }
        finally
        {
            await transport.DisposeAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<JsonRpcMessage?> ReadAsync(HttpContext http)
    {
        try
        {
            var message = await JsonSerializer.DeserializeAsync<JsonRpcMessage>(http.Request.Body, McpJsonUtilities.DefaultOptions, http.RequestAborted);
            if (message is not null && http.Request.Headers[VersionHeader] is [{ Length: > 0 } version])
                (message.Context ??= new JsonRpcMessageContext()).ProtocolVersion = version;
            return message;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Begin(HttpResponse response)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers.ContentEncoding = "identity";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }

    // Errors of the protocol itself have a status of HTTP since the revision of July 2026; older clients read the message alone.
    private static ValueTask Note(HttpResponse response, JsonRpcMessage? first)
    {
        if (first is JsonRpcError { Error.Code: var code } && !response.HasStarted && response.HttpContext.Request.Headers[VersionHeader] is [{ } version] && string.CompareOrdinal(version, "2026-07-28") >= 0)
        {
            response.StatusCode = (McpErrorCode)code switch
            {
                McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
                McpErrorCode.MissingRequiredClientCapability or McpErrorCode.UnsupportedProtocolVersion or McpErrorCode.HeaderMismatch => StatusCodes.Status400BadRequest,
                _ => response.StatusCode,
            };
        }

        return default;
    }

    private static Task RefuseAsync(HttpContext http, int status, string line) =>
        Results.Json(new { jsonrpc = "2.0", id = (string?)null, error = new { code = (int)McpErrorCode.InvalidRequest, message = line } }, statusCode: status).ExecuteAsync(http);
}
