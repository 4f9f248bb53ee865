using System.Net.Http.Json;
using System.Text.Json;
using BriefingBot.Channels.Tests;
using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>What the page shows of answers that were given before, and to whom.</summary>
public sealed class KeptConversationTests(Browser browser, SampleSite site)
{
    private const string Question = "Was the Kestrin lock closed?";

    [Fact]
    public async Task An_answer_whose_articles_have_changed_since_says_so()
    {
        await using var server = await RunningServer.StartAsync([("lock.txt", "The Kestrin lock was closed on Monday, the river authority said.")]);
        await using var watched = await browser.OpenAsync(1280, ColorScheme.Light);
        var page = watched.Page;
        await page.GotoAsync(server.Client.BaseAddress!.AbsoluteUri);
        await page.FillAsync("#question", Question);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".turn .quote")).ToHaveCountAsync(1);

        const string Denial = "The Kestrin lock was not closed on Monday, the river authority said.";
        await File.WriteAllTextAsync(Path.Combine(server.Corpus, "lock.txt"), Denial, TestContext.Current.CancellationToken);
        await ReadAsync(server.Client, Denial);
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator(".quote .stale")).ToHaveTextAsync("Other words stand in this article now.");
    }

    [Fact]
    public async Task A_server_that_wants_a_key_is_given_the_one_that_is_entered()
    {
        await using var watched = await browser.OpenAsync(1280, ColorScheme.Light);
        var page = watched.Page;
        await page.RouteAsync("**/api/**", route => route.Request.Headers.GetValueOrDefault("authorization") == "Bearer bb_right"
            ? route.FulfillAsync(new() { ContentType = "application/json", Body = "{\"total\":0,\"skip\":0,\"articles\":[],\"facets\":{\"outlets\":[]}}" })
            : route.FulfillAsync(new() { Status = 401, ContentType = "application/problem+json", Body = "{\"title\":\"An API key is needed\",\"detail\":\"send it\"}" }));
        await page.GotoAsync(site.Address + "/articles");

        await page.FillAsync("input[aria-label='API key']", "bb_right");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#count")).ToContainTextAsync("No article fits");
    }

    // Changed articles are found soon, not at once.
    private static async Task ReadAsync(HttpClient client, string text)
    {
        while ((await client.GetFromJsonAsync<JsonElement>("/api/articles/lock.txt", TestContext.Current.CancellationToken)).GetProperty("text").GetString() != text)
            await Task.Yield();
    }
}
