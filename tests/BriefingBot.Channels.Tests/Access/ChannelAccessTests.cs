using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Tests.BotFramework.Fakes;
using BriefingBot.Channels.Tests.Slack;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.Access;

/// <summary>Two collections, of which a channel may read one: whatever is asked, all that the channel is sent is looked through.</summary>
public sealed class ChannelAccessTests
{
    private const string Denied = "You may not read any article here";

    private static readonly (string, string)[] Articles =
    [
        ("open/lock.md", "---\noutlet: River Post\n---\nLock at Kestrin closed\n\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said."),
        ("closed/1.md", "---\noutlet: Deal Times\n---\nZarquonia will buy the lock at Kestrin\n\nZarquonia confirmed on Monday that it will buy the lock at Kestrin after the gate broke, said Odile Frahm."),
    ];

    private static readonly string[] Questions =
    [
        "Who will buy the lock at Kestrin?",
        "Was the lock at Kestrin closed?",
        "What did Odile Frahm confirm?",
        "check The lock at Kestrin will be bought",
        "quotes closed/1.md",
        "sources",
    ];

    [Theory]
    [InlineData("workspace:T0BRIEF01", true)]
    [InlineData("channel:C0NEWS001", true)]
    [InlineData("door:slack", true)]
    [InlineData("workspace:T0OTHER01", false)]
    [InlineData("channel:U0ASKER01", false)]
    public async Task Slack_is_sent_nothing_of_what_it_may_not_read(string who, bool mayRead)
    {
        await using var slack = await SlackServer.StartAsync(Articles, ("Access:Rules:0:Who", who), ("Access:Rules:0:Read:0", "open"));

        for (var n = 0; n < Questions.Length; n++)
        {
            await slack.SayAsync(Questions[n], thread: "1767600009.000100");
            await slack.Slack.UntilAsync(messages => messages.Count == n + 1);
        }

        Judge(slack.Slack.Messages.Select(message => $"{message.Text} {message.Blocks.ToJsonString()}"), mayRead);
    }

    [Theory]
    [InlineData("tenant:tenant-1", true)]
    [InlineData("team:team-1", true)]
    [InlineData("channel:channel-1", true)]
    [InlineData("door:teams", true)]
    [InlineData("tenant:tenant-2", false)]
    [InlineData("team:tenant-1", false)]
    public async Task Teams_is_sent_nothing_of_what_it_may_not_read(string who, bool mayRead)
    {
        var time = new QuickTime();
        await using var channel = await FakeChannel.StartAsync(time);
        await using var server = await RunningServer.StartAsync(Articles, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            channel.Configure(builder);
            builder.Configuration.AddInMemoryCollection([new("Access:Rules:0:Who", who), new("Access:Rules:0:Read:0", "open")]);
        });

        foreach (var question in Questions)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(SomeActivity.Personal(channel, question).ToJsonString(), Encoding.UTF8, "application/json") };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", channel.Token());
            using var response = await server.Client.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await server.Services.GetRequiredService<PendingTurns>().SettledAsync().WaitAsync(Cancellation);
        Judge(channel.Sent.Select(sent => sent.Json.GetRawText()), mayRead);
    }

    [Theory]
    [InlineData("emulator", false)]
    [InlineData("webchat", false)]
    [InlineData("msteams", true)]
    public async Task Only_of_Teams_is_believed_which_tenant_it_is(string channelId, bool mayRead)
    {
        var time = new QuickTime();
        await using var channel = await FakeChannel.StartAsync(time);
        await using var server = await RunningServer.StartAsync(Articles, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            channel.Configure(builder);
            builder.Configuration.AddInMemoryCollection([new("Access:Rules:0:Who", "tenant:tenant-1"), new("Access:Rules:0:Read:0", "open")]);
        });
        var activity = SomeActivity.InChannel(channel, "sources");
        activity["channelId"] = channelId;

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", channel.Token());
        using var response = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal(mayRead, !(await channel.MessagesAsync(1, Cancellation))[0].Text.Contains(Denied, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("door:directline", true)]
    [InlineData("tenant:tenant-1", false)]
    public async Task Direct_Line_is_sent_nothing_of_what_it_may_not_read(string who, bool mayRead)
    {
        await using var server = await RunningServer.StartAsync(Articles, builder =>
            builder.Configuration.AddInMemoryCollection([new("DirectLine:Enabled", "true"), new("Access:Rules:0:Who", who), new("Access:Rules:0:Read:0", "open")]));
        using var generated = await server.Client.PostAsync("/v3/directline/tokens/generate", null, Cancellation);
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await MemberAsync(generated, "token"));
        using var started = await server.Client.PostAsync("/v3/directline/conversations", null, Cancellation);
        var id = await MemberAsync(started, "conversationId");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(await MemberAsync(started, "streamUrl")), Cancellation);

        foreach (var question in Questions)
        {
            using var posted = await server.Client.PostAsJsonAsync($"/v3/directline/conversations/{id}/activities", new { type = "message", from = new { id = "me" }, text = question, channelData = new { tenant = new { id = "tenant-1" } } }, Cancellation);
            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        }

        Judge(await ToldAsync(socket, 1 + (2 * Questions.Length)), mayRead);
    }

    private static void Judge(IEnumerable<string> sent, bool mayRead)
    {
        var told = string.Join('\n', sent);
        foreach (var secret in (string[])["Zarquonia", "Deal Times", "2 articles", "2 passages"])
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        Assert.Equal(mayRead, told.Contains("River Post", StringComparison.Ordinal));
        Assert.Equal(mayRead, !told.Contains(Denied, StringComparison.Ordinal));
        Assert.Equal(mayRead, told.Contains("1 article", StringComparison.Ordinal));
    }

    /// <summary>All that a socket tells until so many messages have come.</summary>
    private static async Task<List<string>> ToldAsync(WebSocket socket, int messages)
    {
        List<string> told = [];
        var buffer = new byte[200_000];
        while (messages > 0)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(buffer.AsMemory(length), Cancellation);
                length += received.Count;
            }
            while (!received.EndOfMessage);

            var activities = JsonNode.Parse(buffer.AsSpan(0, length))!["activities"]!.AsArray();
            messages -= activities.Count(activity => activity!["type"]!.GetValue<string>() == "message");
            told.AddRange(activities.Select(activity => activity!.ToJsonString()));
        }

        return told;
    }

    private static async Task<string> MemberAsync(HttpResponseMessage response, string name) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)).GetProperty(name).GetString()!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
