using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using BriefingBot.Channels.Pages;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests;

public sealed partial class WidgetOriginTests
{
    private const string Allowed = "https://news.example";
    private const int MostBytesZipped = 15 * 1024;

    [Fact]
    public async Task A_page_of_a_configured_site_may_ask()
    {
        await using var server = await StartAsync();

        using var response = await AskAsync(server, Allowed);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Allowed, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Origin", response.Headers.Vary);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("https://news.example.evil.example")]
    [InlineData("https://news.example:8443")]
    [InlineData("http://news.example")]
    [InlineData("https://NEWS.example")]
    [InlineData("https://sub.news.example")]
    [InlineData("null")]
    public async Task A_page_of_any_other_site_may_not(string origin)
    {
        await using var server = await StartAsync();

        using var response = await AskAsync(server, origin);
        using var preflight = await PreflightAsync(server, origin);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", response.Headers.Vary);
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(preflight.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_browser_is_told_beforehand_what_the_widget_may_send()
    {
        await using var server = await StartAsync();

        using var preflight = await PreflightAsync(server, Allowed);

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(Allowed, Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("content-type", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
        Assert.Contains("POST", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_sites_reach_nothing_but_what_the_widget_needs()
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/articles");
        request.Headers.Add("Origin", Allowed);

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://news.example/")]
    [InlineData("https://*.example")]
    [InlineData("news.example")]
    [InlineData("*")]
    [InlineData("null")]
    public async Task What_is_no_origin_refuses_to_start(string origin)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(origin));

        Assert.Contains(origin, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_the_widget_loads_is_small()
    {
        HashSet<string> loaded = ["widget.js", "widget.css"];
        Follow("widget-panel.js", loaded);

        Assert.True(loaded.Count > 5);
        Assert.InRange(loaded.Sum(name => SiteFile.Named(name).Zipped.Length), 1, MostBytesZipped);
    }

    private static void Follow(string name, HashSet<string> loaded)
    {
        if (!loaded.Add(name))
            return;
        foreach (Match import in Import.Matches(System.Text.Encoding.UTF8.GetString(SiteFile.Named(name).Content)))
            Follow(import.Groups[1].Value, loaded);
    }

    private static Task<RunningServer> StartAsync(string origin = Allowed) =>
        RunningServer.StartAsync([("lock.txt", "The lock at Kestrin was closed on Monday.")], builder => builder.Configuration["Widget:Origins:0"] = origin);

    private static async Task<HttpResponseMessage> AskAsync(RunningServer server, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "Was the lock closed?" }) };
        request.Headers.Add("Origin", origin);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> PreflightAsync(RunningServer server, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/ask");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"from '\./([\w-]+\.js)'", RegexOptions.NonBacktracking)]
    private static partial Regex Import { get; }
}
