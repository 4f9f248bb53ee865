using System.Net;
using System.Net.Http.Json;
using BriefingBot.Channels.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BriefingBot.Channels.Tests.Admissions;

public sealed class GateTests
{
    private static readonly (string, string)[] Articles = [("desk/lock.txt", "Lock closed\n\nThe lock at Kestrin was closed on Monday, the river authority said.")];

    [Theory]
    [InlineData("localhost:5080", null, null, HttpStatusCode.OK)]
    [InlineData("[::1]:5080", null, null, HttpStatusCode.OK)]
    [InlineData("rebound.example", null, null, HttpStatusCode.Forbidden)]
    [InlineData("localhost.example", null, null, HttpStatusCode.Forbidden)]
    [InlineData("localhost", "X-Forwarded-For", "203.0.113.7", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "Forwarded", "for=203.0.113.7", HttpStatusCode.Forbidden)]
    [InlineData("localhost:5080", "Origin", "http://localhost:5080", HttpStatusCode.OK)]
    [InlineData("localhost:5080", "Origin", "http://localhost:3000", HttpStatusCode.Forbidden)]
    [InlineData("localhost:5080", "Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("localhost:5080", "Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("localhost:5080", "Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task Without_a_key_only_this_machine_is_answered(string host, string? header, string? value, HttpStatusCode expected)
    {
        await using var server = await RunningServer.StartAsync(Articles);

        Assert.Equal(expected, await AskAsync(server, host: host, headers: header is null ? [] : [(header, value!)]));
    }

    [Fact]
    public async Task A_refusal_says_what_to_do()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=lock");
        request.Headers.Host = "example.org";

        using var response = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("briefingbot keys add NAME", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_there_is_a_key_every_call_needs_one_even_from_here()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        var secret = await server.Services.GetRequiredService<KeyRing>().AddAsync("desk", Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, key: secret[..^1] + "."));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, key: secret));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, key: secret, host: "bot.example.org"));
        foreach (var path in new[] { "/v1/models", "/mcp", "/api/none", "/API/articles" })
        {
            using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        }
    }

    [Fact]
    public async Task The_page_needs_no_key_on_this_machine_and_elsewhere_where_it_is_public()
    {
        var page = ("Sec-Fetch-Site", "same-origin");
        await using var closed = await RunningServer.StartAsync(Articles);
        await using var open = await RunningServer.StartAsync(Articles, builder => builder.Configuration["Web:Public"] = "true");
        foreach (var server in new[] { closed, open })
            await server.Services.GetRequiredService<KeyRing>().AddAsync("desk", Cancellation);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(closed, headers: page));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(closed, host: "bot.example.org", headers: page));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(open, host: "bot.example.org", headers: page));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(open, host: "bot.example.org"));
    }

    [Fact]
    public async Task Whether_it_lives_anybody_may_ask()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
        request.Headers.Host = "example.org";

        using var response = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Where_it_is_developed_it_is_open_until_there_is_a_key()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Environment.EnvironmentName = Environments.Development);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, host: "bot.example.org"));
        await server.Services.GetRequiredService<KeyRing>().AddAsync("desk", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, host: "bot.example.org"));
    }

    [Fact]
    public async Task Access_rules_know_a_key_by_its_name_and_the_page_by_its_door()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder =>
        {
            builder.Configuration["Access:Rules:0:Who"] = "key:desk";
            builder.Configuration["Access:Rules:0:Read:0"] = "desk";
        });
        var ring = server.Services.GetRequiredService<KeyRing>();
        var (desk, other) = (await ring.AddAsync("desk", Cancellation), await ring.AddAsync("other", Cancellation));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, key: desk));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(server, key: other));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(server, headers: ("Sec-Fetch-Site", "same-origin")));
    }

    private static async Task<HttpStatusCode> AskAsync(RunningServer server, string? key = null, string? host = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "Was the lock at Kestrin closed?" }) };
        request.Headers.Host = host;
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await server.Client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
