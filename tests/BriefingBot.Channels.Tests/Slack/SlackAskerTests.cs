using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Channels.Slack;

namespace BriefingBot.Channels.Tests.Slack;

public sealed class SlackAskerTests
{
    private const string Ours = FakeSlack.Team;
    private const string Theirs = "T0THEIRS1";
    private const string Grid = "E0GRID001";

    private static readonly (string, string)[] Articles =
    [
        ("ours/lock.md", "---\noutlet: River Post\n---\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said."),
        ("theirs/bridge.md", "---\noutlet: Bridge Post\n---\nThe bridge at Ostrava was sold on Monday, the council said."),
    ];

    [Theory]
    [InlineData(false, "{\"team\":\"T0BRIEF01\"}", "workspace:T0BRIEF01")]
    [InlineData(false, "{}", "workspace:T0BRIEF01")]
    [InlineData(false, "{\"team\":\"T0THEIRS1\"}", "workspace:T0THEIRS1")]
    [InlineData(true, "{\"team\":\"T0BRIEF01\"}", "workspace:T0BRIEF01")]
    [InlineData(true, "{\"user_team\":\"T0BRIEF01\",\"source_team\":\"T0BRIEF01\",\"team\":\"T0BRIEF01\"}", "workspace:T0BRIEF01")]
    [InlineData(true, "{\"user_team\":\"T0THEIRS1\",\"source_team\":\"T0THEIRS1\",\"team\":\"T0THEIRS1\"}", "workspace:T0THEIRS1")]
    [InlineData(true, "{\"user_team\":\"T0THEIRS1\",\"team\":\"T0BRIEF01\"}", "workspace:T0THEIRS1")]
    [InlineData(true, "{\"source_team\":\"T0THEIRS1\",\"team\":\"T0BRIEF01\"}", "workspace:T0THEIRS1")]
    [InlineData(true, "{\"user_team\":\"E0THEIRS1\",\"team\":\"T0BRIEF01\"}", "workspace:E0THEIRS1")]
    [InlineData(true, "{\"user_team\":\"E0GRID001\"}", "workspace:E0GRID001")]
    [InlineData(true, "{\"user_team\":\"E0GRID001\",\"team\":\"T0BRIEF01\"}", "workspace:T0BRIEF01")]
    [InlineData(true, "{}", "")]
    [InlineData(null, "{}", "")]
    public void In_one_workspace_s_app_who_asks_is_of_it_only_where_Slack_says_so(bool? isShared, string message, string memberships) =>
        Assert.Equal(memberships, Memberships(new SlackIdentity(Ours, FakeSlack.BotUser, Organization: null), isShared, message, Ours));

    [Theory]
    [InlineData(false, "{\"team\":\"T0FIRST01\"}", "workspace:T0FIRST01 workspace:E0GRID001")]
    [InlineData(false, "{}", "workspace:T0BRIEF01 workspace:E0GRID001")]
    [InlineData(true, "{\"user_team\":\"E0GRID001\",\"team\":\"T0FIRST01\"}", "workspace:T0FIRST01 workspace:E0GRID001")]
    [InlineData(true, "{\"user_team\":\"E0THEIRS1\",\"team\":\"E0GRID001\"}", "workspace:E0THEIRS1")]
    [InlineData(true, "{\"team\":\"T0THEIRS1\"}", "workspace:T0THEIRS1")]
    [InlineData(true, "{}", "")]
    public void In_an_organization_s_app_who_asks_is_of_it_only_where_Slack_says_so(bool? isShared, string message, string memberships) =>
        Assert.Equal(memberships, Memberships(new SlackIdentity(Grid, FakeSlack.BotUser, Grid), isShared, message, Ours));

    [Theory]
    [InlineData("{\"team_id\":\"T0THEIRS1\",\"enterprise_id\":\"E0THEIRS1\",\"authorizations\":[{\"team_id\":\"T0BRIEF01\",\"enterprise_id\":null}]}", "T0BRIEF01", null)]
    [InlineData("{\"team_id\":\"T0FIRST01\",\"enterprise_id\":\"E0GRID001\",\"authorizations\":[{\"team_id\":null,\"enterprise_id\":\"E0GRID001\"}]}", "T0FIRST01", "E0GRID001")]
    [InlineData("{\"team_id\":\"T0THEIRS1\",\"enterprise_id\":\"E0THEIRS1\",\"authorizations\":[{\"team_id\":null,\"enterprise_id\":\"E0GRID001\"}]}", null, "E0GRID001")]
    [InlineData("{\"team_id\":\"T0BRIEF01\",\"authorizations\":[]}", "T0BRIEF01", null)]
    [InlineData("{\"team_id\":\"T0BRIEF01\",\"authorizations\":[7]}", "T0BRIEF01", null)]
    public void An_event_is_of_the_app_that_was_authorized_to_see_it(string callback, string? team, string? organization) =>
        Assert.Equal(new SlackPlace(team, organization), SlackPlace.OfEvent(Json(callback)));

    [Theory]
    [InlineData(Theirs, "Bridge Post", "River Post")]
    [InlineData(Ours, "River Post", "Bridge Post")]
    public async Task In_a_shared_channel_each_is_answered_by_what_their_own_workspace_may_read(string team, string told, string untold)
    {
        await using var slack = await SlackServer.StartAsync(Articles, ("Access:Rules:0:Who", $"workspace:{Ours}"), ("Access:Rules:0:Read:0", "ours"), ("Access:Rules:1:Who", $"workspace:{Theirs}"), ("Access:Rules:1:Read:0", "theirs"));

        var status = await slack.SendAsync("/slack/events", Mention("sources", team));

        Assert.Equal(HttpStatusCode.OK, status);
        var shown = Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1)).Shown;
        Assert.Contains(told, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(untold, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_presses_a_button_reads_by_their_own_workspace_too()
    {
        await using var slack = await SlackServer.StartAsync(Articles, ("Access:Rules:0:Who", $"workspace:{Ours}"), ("Access:Rules:0:Read:0", "ours"));
        var press = new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = Ours },
            ["user"] = new JsonObject { ["id"] = "U0THEIRS1", ["team_id"] = Theirs },
            ["channel"] = new JsonObject { ["id"] = "C0SHARED1" },
            ["message"] = new JsonObject { ["ts"] = "1.1" },
            ["actions"] = new JsonArray(new JsonObject { ["action_id"] = "briefing-say-0", ["value"] = "sources" }),
        };

        await slack.SendAsync("/slack/interactions", $"payload={Uri.EscapeDataString(press.ToJsonString())}");

        Assert.Contains("You may not read any article here", Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1)).Shown, StringComparison.Ordinal);
    }

    private static string Mention(string text, string team) => new JsonObject
    {
        ["type"] = "event_callback",
        ["event_id"] = "Ev1",
        ["team_id"] = team,
        ["is_ext_shared_channel"] = true,
        ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = Ours, ["is_bot"] = true }),
        ["event"] = new JsonObject { ["type"] = "app_mention", ["user"] = "U0SOMEONE", ["text"] = $"<@{FakeSlack.BotUser}> {text}", ["ts"] = "1.1", ["channel"] = "C0SHARED1", ["user_team"] = team, ["team"] = team },
    }.ToJsonString();

    private static string Memberships(SlackIdentity identity, bool? isShared, string message, string team)
    {
        var callback = new JsonObject
        {
            ["team_id"] = team,
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = team, ["enterprise_id"] = Grid }),
            ["event"] = JsonNode.Parse(message),
        };
        if (isShared is { } given)
            callback["is_ext_shared_channel"] = given;
        return string.Join(' ', SlackAsker.OfEvent(identity, Json(callback.ToJsonString())).Select(of => $"workspace:{of}"));
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
