using System.Net;
using System.Text;
using BriefingBot.Channels.Slack;

namespace BriefingBot.Channels.Tests.Slack;

public sealed class SlackSignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    // The example of Slack's own documentation.
    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly DateTimeOffset SignedAt = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Theory]
    [InlineData(-300)]
    [InlineData(0)]
    [InlineData(300)]
    public void What_Slack_signed_within_five_minutes_holds(int secondsLater) =>
        Assert.True(Holds(Timestamp, Signature, Body, SignedAt.AddSeconds(secondsLater)));

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    [InlineData(86_400)]
    public void What_was_signed_longer_ago_or_in_the_future_does_not_hold(int secondsLater) =>
        Assert.False(Holds(Timestamp, Signature, Body, SignedAt.AddSeconds(secondsLater)));

    [Theory]
    [InlineData("1531420619", Signature)]
    [InlineData("-1531420618", Signature)]
    [InlineData("1531420618.0", Signature)]
    [InlineData("99999999999999999999", Signature)]
    [InlineData("9223372036854775807", Signature)]
    [InlineData("", Signature)]
    [InlineData(null, Signature)]
    [InlineData(Timestamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b502")]
    [InlineData(Timestamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50")]
    [InlineData(Timestamp, "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "v0=")]
    [InlineData(Timestamp, "")]
    [InlineData(Timestamp, null)]
    public void Another_timestamp_or_a_forged_or_truncated_signature_does_not_hold(string? timestamp, string? signature) =>
        Assert.False(Holds(timestamp, signature, Body, SignedAt));

    [Fact]
    public void Another_body_does_not_hold() => Assert.False(Holds(Timestamp, Signature, Body + " ", SignedAt));

    [Fact]
    public async Task An_unsigned_stale_or_foreign_request_is_refused_and_nothing_is_called()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);
        var body = SlackServer.Event(new { type = "app_mention", user = "U1", text = "Was the lock closed?", ts = "1.1", channel = "C1" });
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        using var stale = await slack.PostAsync("/slack/events", body, now - 400, SlackServer.SigningSecret);
        using var future = await slack.PostAsync("/slack/events", body, now + 400, SlackServer.SigningSecret);
        using var foreign = await slack.PostAsync("/slack/events", body, now, "another-secret");
        using var unsigned = await slack.Server.Client.PostAsync("/slack/events", new StringContent(body), TestContext.Current.CancellationToken);
        using var command = await slack.PostAsync("/slack/commands", "text=x", now, "another-secret");
        using var button = await slack.PostAsync("/slack/interactions", "payload={}", now, "another-secret");

        Assert.All([stale, future, foreign, unsigned, command, button], response => Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode));
        Assert.Empty(slack.Slack.Calls);
    }

    [Fact]
    public async Task A_signed_request_of_a_workspace_that_is_not_set_up_is_refused_in_one_line()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        using var response = await slack.PostAsync("/slack/events", SlackServer.Event(new { type = "app_mention" }, team: "T0OTHER01"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("not set up here", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single(response.Headers.GetValues("X-Slack-No-Retry")));
    }

    [Fact]
    public async Task A_workspace_s_secret_signs_for_that_workspace_alone()
    {
        await using var slack = await SlackServer.StartAsync(
            Some.Articles,
            ("Workspaces:T0OTHER01:BotToken", "xoxb-other"),
            ("Workspaces:T0OTHER01:SigningSecret", "secret-of-the-other"));
        var body = SlackServer.Event(new { type = "app_mention", user = "U1", text = "Was the lock closed?", ts = "1.1", channel = "C1" });

        using var response = await slack.PostAsync("/slack/events", body, DateTimeOffset.UtcNow.ToUnixTimeSeconds(), "secret-of-the-other");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(slack.Slack.Messages);
    }

    [Fact]
    public async Task A_token_of_another_workspace_than_it_is_set_up_for_serves_neither()
    {
        await using var slack = await SlackServer.StartAsync(
            Some.Articles, ("BotToken", null), ("SigningSecret", null), ("Workspaces:T0OTHER01:BotToken", FakeSlack.BotToken), ("Workspaces:T0OTHER01:SigningSecret", SlackServer.SigningSecret));

        foreach (var team in (string[])["T0OTHER01", FakeSlack.Team])
            Assert.NotEqual(HttpStatusCode.OK, await slack.SendAsync("/slack/events", SlackServer.Event(new { type = "app_mention", user = "U1", text = "help", ts = "1.1", channel = "C1" }, team: team)));

        Assert.Equal(["auth.test"], slack.Slack.Calls);
    }

    [Fact]
    public async Task Slack_gets_its_challenge_back_once_the_signature_holds()
    {
        await using var slack = await SlackServer.StartAsync(Some.Articles);

        using var response = await slack.PostAsync("/slack/events", """{"token":"x","challenge":"3eZbrw1aB","type":"url_verification"}""");

        Assert.Equal("3eZbrw1aB", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static bool Holds(string? timestamp, string? signature, string body, DateTimeOffset now) =>
        SlackSignature.Holds(Secret, timestamp, signature, Encoding.UTF8.GetBytes(body), now);
}
