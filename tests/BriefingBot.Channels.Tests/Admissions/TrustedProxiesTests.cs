using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.Admissions;

public sealed class TrustedProxiesTests
{
    private static readonly (string, string)[] Articles = [("lock.txt", "Lock closed\n\nThe lock at Kestrin was closed on Monday, the river authority said.")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", "wss://bot.example.org/")]
    [InlineData("127.0.0.0/8", "wss://bot.example.org/")]
    [InlineData("10.0.0.5", "ws://127.0.0.1:")]
    [InlineData(null, "ws://127.0.0.1:")]
    public async Task Only_a_proxy_that_is_trusted_says_under_which_address_the_server_is_reached(string? proxy, string stream)
    {
        await using var server = await StartAsync(proxy);

        using var response = await server.Client.SendAsync(Forwarded("/v3/directline/conversations", "203.0.113.7", "a secret of this very test"), Cancellation);
        var begun = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.StartsWith(stream, begun.GetProperty("streamUrl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_each_address_has_its_own_limit()
    {
        await using var server = await StartAsync("127.0.0.1");

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(server, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "203.0.113.8"));
        // What a client says itself stands before what the proxy adds.
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(server, "198.51.100.1, 203.0.113.8"));
    }

    [Fact]
    public async Task What_comes_through_a_proxy_is_never_taken_for_this_machine()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Configuration["Web:Proxies:0"] = "127.0.0.1");
        using var request = Forwarded("/api/ask", "127.0.0.1");
        request.Headers.Remove("X-Forwarded-Host");

        using var response = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task What_is_no_address_is_named_at_the_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("the-proxy"));

        Assert.Equal("Web:Proxies: \"the-proxy\" is no address or network; write one such as 10.0.0.5 or 10.0.0.0/8", Assert.Single(refused.Failures));
    }

    private static Task<RunningServer> StartAsync(string? proxy) => RunningServer.StartAsync(Articles, builder =>
    {
        builder.Configuration["Web:Public"] = "true";
        if (proxy is not null)
            builder.Configuration["Web:Proxies:0"] = proxy;
        builder.Configuration["Limits:RequestsPerMinuteOfAddress"] = "1";
        builder.Configuration["DirectLine:Secret"] = "a secret of this very test";
    });

    private static async Task<HttpStatusCode> AskAsync(RunningServer server, string from)
    {
        using var request = Forwarded("/api/ask", from);
        using var response = await server.Client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static HttpRequestMessage Forwarded(string path, string from, string? secret = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { question = "Was the lock at Kestrin closed?" }) };
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "bot.example.org");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Authorization", secret is null ? [] : [$"Bearer {secret}"]);
        return request;
    }
}
