using System.Net;
using System.Net.Http.Json;
using BriefingBot.Channels.BotFramework;
using BriefingBot.Channels.Tests.BotFramework.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.BotFramework;

/// <summary><c>/api/messages</c> without an app id, to try the bot out.</summary>
public sealed class OpenEndpointTests
{
    private static readonly (string, string)[] Articles = [("open/lock.txt", "Lock\n\nThe lock at Kestrin was closed on Monday, the river authority said.")];

    [Theory]
    [InlineData("Production", "http://127.0.0.1:5080", "Bot:AppId: it is missing, so that anybody could speak for a channel; give the id of the app registration, or set DOTNET_ENVIRONMENT=Development to try the bot out on this machine")]
    [InlineData("Development", "http://0.0.0.0:5080", "Bot:AppId: it is missing, so that anybody could speak for a channel; give the id of the app registration, or listen on loopback only, not on http://0.0.0.0:5080")]
    [InlineData("Development", "http://localhost:5080;http://*:5081", "Bot:AppId: it is missing, so that anybody could speak for a channel; give the id of the app registration, or listen on loopback only, not on http://*:5081")]
    public void It_refuses_to_start_outside_Development_and_off_loopback_in_one_line(string environment, string urls, string line)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Validated(environment, urls, ("Bot:Enabled", "true")));

        Assert.Equal(line, refused.Message);
    }

    [Theory]
    [InlineData("MultiTenant", null, null, "Bot:Password")]
    [InlineData("SingleTenant", "secret", null, "Bot:TenantId")]
    [InlineData("UserAssignedMSI", null, null, "Bot:TenantId")]
    [InlineData("UserAssignedMSI", null, "tenant", null)]
    public void An_app_needs_what_its_type_needs(string type, string? password, string? tenant, string? missing)
    {
        void Validate() => Validated("Production", "http://0.0.0.0:5080", ("Bot:AppId", "app"), ("Bot:AppType", type), ("Bot:Password", password), ("Bot:TenantId", tenant));

        if (missing is null)
            Validate();
        else
            Assert.Contains(missing, Assert.Throws<OptionsValidationException>(Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_this_machine_is_answered_on_this_machine_and_nobody_elsewhere()
    {
        await using var channel = await FakeChannel.StartAsync(TimeProvider.System);
        await using var server = await RunningServer.StartAsync(Articles, builder => Open(builder));
        var elsewhere = SomeActivity.InChannel(channel, "help");
        elsewhere["serviceUrl"] = "https://elsewhere.example/";

        using var here = await server.Client.PostAsJsonAsync("/api/messages", SomeActivity.InChannel(channel, "help"), Cancellation);
        using var away = await server.Client.PostAsJsonAsync("/api/messages", elsewhere, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(SomeActivity.InChannel(channel, "help")) };
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var proxied = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], new[] { here, away, proxied }.Select(response => response.StatusCode));
    }

    [Fact]
    public async Task What_nobody_vouches_for_opens_no_collection()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder =>
        {
            Open(builder);
            builder.Configuration.AddInMemoryCollection([new("Access:Rules:0:Who", "tenant:tenant-1"), new("Access:Rules:0:Read:0", "open")]);
        });
        await using var channel = await FakeChannel.StartAsync(TimeProvider.System);
        var activity = SomeActivity.InChannel(channel, "sources");
        activity["deliveryMode"] = "expectReplies";

        using var response = await server.Client.PostAsJsonAsync("/api/messages", activity, Cancellation);

        Assert.Contains("You may not read any article here", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static void Open(WebApplicationBuilder builder)
    {
        builder.Environment.EnvironmentName = "Development";
        builder.Configuration["Bot:Enabled"] = "true";
    }

    private static void Validated(string environment, string urls, params (string Name, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Environment.EnvironmentName = environment;
        builder.WebHost.UseSetting("urls", urls);
        foreach (var (name, value) in settings)
            builder.Configuration[name] = value;
        builder.Services.AddBriefingBot();
        using var services = builder.Services.BuildServiceProvider();
        _ = services.GetRequiredService<IOptions<BotOptions>>().Value;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
