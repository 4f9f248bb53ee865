using BriefingBot.Channels.BotFramework;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
#if STANDARD
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.BotBuilder;
using BriefingBot.Channels.Tests.BotFramework.Fakes;
#endif

namespace BriefingBot.Channels.Tests.BotFramework;

public sealed class EndpointChoiceTests
{
    [Fact]
    public void An_endpoint_that_the_build_does_not_have_is_one_line()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Bot:Endpoint", "botbuilder")]);
        builder.Services.AddBriefingBot();
        using var services = builder.Services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<BotOptions>>().Value);

        Assert.Equal("Bot:Endpoint: this build has no BotBuilder; leave it out, or set it to Own", failure.Message);
    }

#if STANDARD
    [Theory]
    [InlineData(null, true)]
    [InlineData("botbuilder", true)]
    [InlineData("own", false)]
    public async Task Bot_Builder_serves_unless_the_setting_says_otherwise(string? endpoint, bool isBotBuilder) =>
        Assert.Equal(isBotBuilder, (await SentAsync(endpoint, "help"))[0].Agent.Contains("BotBuilder", StringComparison.Ordinal));

    // The article's words look like what JSON libraries take for dates and markup.
    [Theory]
    [InlineData("Was the lock at Kestrin closed?")]
    [InlineData("sources")]
    [InlineData("2024-05-06T04:05:06Z \"lock\" at Kestrin <b>closed</b>?")]
    public async Task Both_endpoints_send_the_same(string text)
    {
        var own = await SentAsync("own", text);
        var botBuilder = await SentAsync("botbuilder", text);

        Assert.NotEmpty(own);
        Assert.Equal(own.Select(Comparable), botBuilder.Select(Comparable));
    }

    private static async Task<IReadOnlyList<SentActivity>> SentAsync(string? endpoint, string text)
    {
        var (cancellation, time) = (TestContext.Current.CancellationToken, new QuickTime());
        await using var channel = await FakeChannel.StartAsync(time);
        (string, string)[] articles = [("lock.md", "---\ntitle: 2024-05-06T00:00:00+02:00\nurl: https://courier.example/lock\n---\nThe lock at Kestrin was closed <at> 2024-05-06T04:05:06Z, the authority said.")];
        await using var server = await RunningServer.StartAsync(articles, builder =>
        {
            channel.Configure(builder);
            builder.Configuration.AddInMemoryCollection([new("Bot:Endpoint", endpoint)]);
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.AddBotBuilder();
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(SomeActivity.Personal(channel, text).ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", channel.Token());
        using var response = await server.Client.SendAsync(request, cancellation);
        await channel.MessagesAsync(1, cancellation);
        return channel.Sent;
    }

    /// <summary>What was sent, in the order of names, without what differs each time.</summary>
    private static string Comparable(SentActivity sent) => Sorted(JsonNode.Parse(sent.Json.GetRawText()))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => member.Key is not ("serviceUrl" or "replyToId" or "streamId"))
            .OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
#endif
}
