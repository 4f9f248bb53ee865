using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Slack;

/// <summary>One connection of Socket Mode.</summary>
internal sealed partial class SlackSocket(SlackClient client, SlackWorkspaces workspaces, SlackInbox inbox, SlackCommands commands, SlackInteractions interactions, ILogger<SlackSocket> log)
{
    private const int MostBytes = 1_000_000;

    // Slack pings every few seconds; where nothing comes for so long nobody is there.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    /// <summary>Connects, takes what comes, and returns when the connection ends.</summary>
    /// <returns>Whether it had come about: then the next may be made at once.</returns>
    public async Task<bool> ServeAsync(string appToken, Uri api, IReadOnlyList<SlackWorkspace> among, CancellationToken stopping)
    {
        var isGreeted = false;
        try
        {
            using var socket = new ClientWebSocket();
            socket.Options.KeepAliveInterval = KeepAlive;
            socket.Options.KeepAliveTimeout = KeepAlive;
            await socket.ConnectAsync(AddressOf(await client.CallAsAppAsync(appToken, "apps.connections.open", stopping), api), stopping);
            while (await ReceiveAsync(socket, stopping) is { } message)
            {
                isGreeted |= message.Text("type") == "hello";
                if (message.Text("type") == "disconnect")
                    break;
                await TakeAsync(socket, message, among, stopping);
            }
        }
        catch (Exception failure) when (failure is SlackException or WebSocketException or JsonException || (failure is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            // The last is a connection on which nobody answers any more.
            LogEnd(log, failure.Message);
        }

        return isGreeted;
    }

    // The address holds a ticket: it goes to no log, and must be one of the host that was asked.
    private static Uri AddressOf(JsonElement answer, Uri api)
    {
        var isSafe = Uri.TryCreate(answer.Text("url"), UriKind.Absolute, out var address)
            && address.Scheme == (api.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs)
            && (address.Host.Equals(api.Host, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith($".{api.Host}", StringComparison.OrdinalIgnoreCase));
        return isSafe ? address! : throw new SlackException("apps.connections.open", "the address to connect to is none of Slack's");
    }

    private async Task TakeAsync(ClientWebSocket socket, JsonElement message, IReadOnlyList<SlackWorkspace> among, CancellationToken stopping)
    {
        if (message.Text("envelope_id") is not { Length: > 0 and <= 256 } envelope)
            return;
        try
        {
            var payload = message.Field("payload");
            var (taken, response) = message.Text("type") switch
            {
                "events_api" when await workspaces.OfAsync(SlackPlace.OfEvent(payload), among, stopping) is { } workspace =>
                    (await inbox.TakeEventAsync(workspace, payload, stopping), null),
                "slash_commands" when await workspaces.OfAsync(SlackPlace.OfCommand(FieldsOf(payload)), among, stopping) is { } workspace =>
                    (Taken.Yes, await commands.TakeAsync(workspace, FieldsOf(payload), envelope, stopping)),
                "interactive" when await workspaces.OfAsync(SlackPlace.OfInteraction(payload), among, stopping) is { } workspace =>
                    (await interactions.TakeAsync(workspace, payload, envelope, stopping), (JsonObject?)null),
                _ => (Taken.Ignored, null),
            };

            // What is not acknowledged is sent again.
            if (taken != Taken.Full)
                await AcknowledgeAsync(socket, envelope, response, stopping);
        }
        catch (Exception failure) when (failure is SlackException or JournalException)
        {
            LogEnd(log, failure.Message);
        }
    }

    private static Dictionary<string, string> FieldsOf(JsonElement payload) =>
        payload.ValueKind != JsonValueKind.Object ? [] : payload.EnumerateObject().Select(field => (field.Name, Value: payload.Text(field.Name))).Where(field => field.Value is not null).DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal);

    private static async Task AcknowledgeAsync(ClientWebSocket socket, string envelope, JsonObject? response, CancellationToken stopping)
    {
        var acknowledgement = new JsonObject { ["envelope_id"] = envelope };
        if (response is not null)
            acknowledgement["payload"] = response;
        await socket.SendAsync(Encoding.UTF8.GetBytes(acknowledgement.ToJsonString(SlackJson.Readable)), WebSocketMessageType.Text, endOfMessage: true, stopping);
    }

    /// <returns>Null once the connection is closed.</returns>
    private static async Task<JsonElement?> ReceiveAsync(ClientWebSocket socket, CancellationToken stopping)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), stopping);
            if (received.MessageType == WebSocketMessageType.Close || message.Length + received.Count > MostBytes)
                return null;
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                break;
        }

        using var json = JsonDocument.Parse(message.GetBuffer().AsMemory(0, (int)message.Length));
        return json.RootElement.Clone();
    }

    [LoggerMessage(LogLevel.Warning, "Socket Mode: {Failure}")]
    private static partial void LogEnd(ILogger log, string failure);
}
