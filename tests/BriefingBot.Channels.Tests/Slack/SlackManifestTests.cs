using System.Text.Json;
using BriefingBot.Channels.Slack;

namespace BriefingBot.Channels.Tests.Slack;

public sealed class SlackManifestTests
{
    [Fact]
    public void With_an_address_everything_leads_there()
    {
        var manifest = JsonDocument.Parse(SlackManifest.Of(new Uri("https://bot.example.com/"))).RootElement;

        var settings = manifest.GetProperty("settings");
        Assert.Equal("https://bot.example.com/slack/events", settings.GetProperty("event_subscriptions").GetProperty("request_url").GetString());
        Assert.Equal("https://bot.example.com/slack/interactions", settings.GetProperty("interactivity").GetProperty("request_url").GetString());
        Assert.Equal("https://bot.example.com/slack/commands", manifest.GetProperty("features").GetProperty("slash_commands")[0].GetProperty("url").GetString());
        Assert.False(settings.GetProperty("socket_mode_enabled").GetBoolean());
    }

    [Fact]
    public void In_Socket_Mode_there_is_no_address()
    {
        var manifest = SlackManifest.Of(null);

        Assert.DoesNotContain("http", manifest, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(manifest).RootElement.GetProperty("settings").GetProperty("socket_mode_enabled").GetBoolean());
    }
}
