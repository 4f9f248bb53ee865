using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.Channels.Slack;

/// <summary>What Slack is told of the app when it is made (docs.slack.dev/reference/app-manifest).</summary>
public static class SlackManifest
{
    private static readonly JsonSerializerOptions Indented = new(SlackJson.Readable) { WriteIndented = true };

    /// <param name="url">Where Slack reaches this server; null for Socket Mode, which needs no address.</param>
    /// <returns>JSON.</returns>
    public static string Of(Uri? url) => new JsonObject
    {
        ["display_information"] = new JsonObject { ["name"] = "BriefingBot", ["description"] = "Answers over news articles, with quotes word for word and what is confirmed" },
        ["features"] = new JsonObject
        {
            ["app_home"] = new JsonObject { ["home_tab_enabled"] = false, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = false },
            ["bot_user"] = new JsonObject { ["display_name"] = "BriefingBot", ["always_online"] = true },
            ["slash_commands"] = new JsonArray(With(url, "commands", "url", new() { ["command"] = "/brief", ["description"] = "Ask; only you see the answer", ["usage_hint"] = "QUESTION, check CLAIM, sources, help", ["should_escape"] = false })),
        },
        ["oauth_config"] = new JsonObject { ["scopes"] = new JsonObject { ["bot"] = Words("app_mentions:read", "channels:history", "chat:write", "commands", "groups:history", "im:history") } },
        ["settings"] = new JsonObject
        {
            ["event_subscriptions"] = With(url, "events", "request_url", new() { ["bot_events"] = Words("app_mention", "message.channels", "message.groups", "message.im") }),
            ["interactivity"] = With(url, "interactions", "request_url", new() { ["is_enabled"] = true }),
            ["org_deploy_enabled"] = false,
            ["socket_mode_enabled"] = url is null,
            ["token_rotation_enabled"] = false,
        },
    }.ToJsonString(Indented);

    private static JsonObject With(Uri? url, string place, string name, JsonObject part)
    {
        if (url is not null)
            part[name] = $"{url.AbsoluteUri.TrimEnd('/')}/slack/{place}";
        return part;
    }

    private static JsonArray Words(params ReadOnlySpan<string> words)
    {
        var array = new JsonArray();
        foreach (var word in words)
            array.Add((JsonNode)word);
        return array;
    }
}
