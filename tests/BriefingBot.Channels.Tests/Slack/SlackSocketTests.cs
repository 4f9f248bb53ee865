using System.Net;

namespace BriefingBot.Channels.Tests.Slack;

public sealed class SlackSocketTests
{
    private static readonly (string, string?)[] SocketMode = [("AppToken", FakeSlack.AppToken), ("SigningSecret", null)];

    [Fact]
    public async Task Events_over_a_socket_are_acknowledged_and_answered_once()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, SocketMode);
        var socket = slack.Slack.Connected();
        await socket.SendAsync(new { type = "hello" });

        await socket.SendAsync(Envelope("e1", "Ev1"));
        await socket.SendAsync(Envelope("e2", "Ev1"));
        var acknowledged = new[] { await socket.ReceivedAsync(), await socket.ReceivedAsync() }.Select(envelope => envelope.GetProperty("envelope_id").GetString());
        await slack.Slack.UntilAsync(messages => messages.Count == 1);
        await socket.SendAsync(Envelope("e3", "Ev3", text: "help"));
        var messages = await slack.Slack.UntilAsync(messages => messages.Count >= 2);

        Assert.Equal(["e1", "e2"], acknowledged);
        Assert.Contains("*DISPUTED*", messages[0].Shown, StringComparison.Ordinal);
        Assert.Contains("check CLAIM", messages[1].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slash_command_over_a_socket_is_acknowledged_with_what_the_user_sees_at_once()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, SocketMode);
        var socket = slack.Slack.Connected();

        await socket.SendAsync(new { type = "slash_commands", envelope_id = "e1", accepts_response_payload = true, payload = new { team_id = FakeSlack.Team, channel_id = "C1", user_id = "U1", text = Some.Question, response_url = $"{slack.Slack.ResponseUrl}1" } });
        var acknowledged = await socket.ReceivedAsync();

        Assert.StartsWith("Searching for: ", acknowledged.GetProperty("payload").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("*DISPUTED*", (await slack.Slack.UntilAsync(messages => messages.Count == 1))[0].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_disconnect_or_a_refusal_it_connects_again()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, SocketMode);
        var first = slack.Slack.Connected();
        await first.SendAsync(new { type = "hello" });
        slack.Slack.Refuse("apps.connections.open", "internal_error", "wait 20");

        await first.SendAsync(new { type = "disconnect", reason = "refresh_requested" });
        var second = slack.Slack.Connected();
        await second.SendAsync(Envelope("e9", "Ev9"));

        Assert.Equal("e9", (await second.ReceivedAsync()).GetProperty("envelope_id").GetString());
        Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1));
    }

    [Fact]
    public async Task It_connects_to_no_host_but_the_one_it_has_asked()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, SocketMode);
        var first = slack.Slack.Connected();
        await first.SendAsync(new { type = "hello" });
        slack.Slack.SendSocketTo("localhost");

        await first.SendAsync(new { type = "disconnect", reason = "refresh_requested" });

        Assert.Equal("127.0.0.1", slack.Slack.Connected().Host);
        Assert.Equal(3, slack.Slack.Calls.Count(call => call == "apps.connections.open"));
    }

    [Fact]
    public async Task A_workspace_that_is_not_set_up_is_acknowledged_and_not_answered_and_nonsense_ends_nothing()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, SocketMode);
        var socket = slack.Slack.Connected();

        await socket.SendAsync(Envelope("e1", "Ev1", team: "T0OTHER01"));
        await socket.SendAsync(new { type = "events_api", envelope_id = "e2", payload = 7 });
        await socket.SendAsync(new { type = "slash_commands", envelope_id = "e3", payload = "x" });
        await socket.SendAsync(Envelope("e4", "Ev4", text: "help"));

        foreach (var envelope in new[] { "e1", "e2", "e3", "e4" })
            Assert.Equal(envelope, (await socket.ReceivedAsync()).GetProperty("envelope_id").GetString());
        Assert.Contains("check CLAIM", Assert.Single(await slack.Slack.UntilAsync(messages => messages.Count == 1)).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_signing_secret_nothing_is_taken_over_HTTP()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles, SocketMode);

        using var response = await slack.PostAsync("/slack/events", """{"type":"url_verification","challenge":"x"}""", DateTimeOffset.UtcNow.ToUnixTimeSeconds(), "");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static object Envelope(string envelope, string id, string text = Some.Question, string team = FakeSlack.Team) => new
    {
        type = "events_api",
        envelope_id = envelope,
        accepts_response_payload = false,
        payload = new { type = "event_callback", team_id = team, event_id = id, @event = new { type = "message", channel_type = "im", user = "U0ASKER01", text, ts = "1767600009.000100", channel = "D0ASKER01" } },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
