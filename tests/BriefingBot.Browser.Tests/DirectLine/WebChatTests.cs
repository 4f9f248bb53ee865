using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Feedbacks;
using BriefingBot.Channels.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>Bot Framework's own Web Chat, on a page of another origin.</summary>
public sealed class WebChatTests(Browser browser)
{
    private const string Variable = "BRIEFINGBOT_NODE_MODULES";

    // The greeting, the question and the answer; Web Chat has every text once more for screen readers.
    private const string Turns = ".webchat__basic-transcript__activity";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task It_streams_the_answer_with_status_and_a_citation_that_opens_the_article_and_keeps_what_the_reader_thinks_of_it()
    {
        await using var chat = await OpenAsync(("lock.md", "---\ntitle: Lock at Kestrin closed\noutlet: Kestrin Courier\ndate: 2024-05-06\nurl: https://courier.example/lock\n---\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said."));
        var page = chat.Watched.Page;
        await page.Context.RouteAsync("https://courier.example/**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "The article" }));

        var answer = await AskAsync(page, "Was the lock at Kestrin closed?");
        await Assertions.Expect(answer).ToContainTextAsync("The lock at Kestrin was closed on Monday");
        await Assertions.Expect(answer).ToContainTextAsync("REPORTED");
        Assert.Equal(3, await page.Locator(Turns).CountAsync());
        Assert.Contains(await page.EvaluateAsync<string[]>("() => window.shown"), text => !text.Contains("Searched", StringComparison.Ordinal));
        await chat.Watched.PictureAsync("webchat-answer");
        var article = await page.Context.RunAndWaitForPageAsync(() => answer.Locator("a[href='https://courier.example/lock']").First.ClickAsync());
        await Assertions.Expect(article.GetByText("The article")).ToBeVisibleAsync();
        await page.Locator(".webchat__thumb-button").First.ClickAsync();
        await page.WaitForFunctionAsync("() => window.rated");
        await chat.Server.Services.GetRequiredService<PendingTurns>().SettledAsync().WaitAsync(Cancellation);

        var kept = Assert.Single(await chat.Server.Services.GetRequiredService<IJournal>().ReadAllAsync(FeedbackLog.Prefix, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(FeedbackRating.Up, KeptFeedback.Read(kept).Rating);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_citation_without_an_address_opens_its_quote()
    {
        await using var chat = await OpenAsync(("mill.md", "---\ntitle: Mill \"at\" <b>Kestrin</b> [sold](https://evil.example)\noutlet: Kestrin Courier\ndate: 2024-05-06\n---\nThe mill at Kestrin was sold on Friday, its owner said. ![seen](https://evil.example/seen.png)"));
        var page = chat.Watched.Page;

        var answer = await AskAsync(page, "Was the mill at Kestrin sold?");
        await answer.GetByRole(AriaRole.Button).Filter(new LocatorFilterOptions { HasText = "1" }).First.ClickAsync();

        await Assertions.Expect(page.Locator("dialog[open]")).ToContainTextAsync("The mill at Kestrin was sold on Friday, its owner said.");
        await chat.Watched.PictureAsync("webchat-quote");
        Assert.DoesNotContain(chat.Watched.Requests, address => address.Contains("evil.example", StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator("a[href*='evil.example'], .webchat__basic-transcript__activity b, dialog b, dialog img").CountAsync());
    }

    private async Task<Chat> OpenAsync((string Name, string Text) article)
    {
        var script = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? "", "botframework-webchat", "dist", "webchat.js");
        Assert.SkipUnless(File.Exists(script), $"botframework-webchat is not there: npm install it and set {Variable} to the folder node_modules");
        var server = "";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/favicon.ico", () => Results.NoContent());
        site.MapGet("/webchat.js", () => Results.File(script, "text/javascript"));
        site.MapGet("/", () => Results.Content(Page(server), "text/html"));
        await site.StartAsync(Cancellation);
        var running = await RunningServer.StartAsync([article], one => one.Configuration["DirectLine:Origins:0"] = site.Urls.First());
        server = running.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var watched = await browser.OpenAsync(1280, ColorScheme.Light);
        await watched.Page.GotoAsync(site.Urls.First());
        return new Chat(site, running, watched);
    }

    private static async Task<ILocator> AskAsync(IPage page, string question)
    {
        // Before the greeting is there it is not connected, and takes no question.
        await Assertions.Expect(page.GetByText("Hello, I am BriefingBot").Last).ToBeVisibleAsync();
        await page.Locator("[data-id='webchat-sendbox-input']").FillAsync(question);
        await page.Keyboard.PressAsync("Enter");
        var answer = page.Locator(Turns).Nth(2);
        await Assertions.Expect(answer).ToContainTextAsync("Searched");
        return answer;
    }

    private static string Page(string server) =>
        $$"""
        <!doctype html><html lang="en"><head><meta charset=utf-8><title>Elsewhere</title><script src="/webchat.js"></script></head><body><main id="chat" style="height:800px"></main><script>
        window.shown = [];
        new MutationObserver(() => {
          const text = document.querySelectorAll('{{Turns}}')[2]?.textContent;
          if (text && text.includes('Bot said') && window.shown.at(-1) !== text) window.shown.push(text);
        }).observe(document, { childList: true, characterData: true, subtree: true });
        (async () => {
          const domain = '{{server}}/v3/directline';
          const { token } = await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
          const store = WebChat.createStore({}, () => next => action => { if (action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED' && action.payload.activity.type === 'event') window.rated = true; return next(action); });
          WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ domain, token }), store }, document.getElementById('chat'));
        })();
        </script></body></html>
        """;

    private sealed record Chat(WebApplication Site, RunningServer Server, WatchedPage Watched) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Watched.DisposeAsync();
            await Server.DisposeAsync();
            await Site.DisposeAsync();
        }
    }
}
