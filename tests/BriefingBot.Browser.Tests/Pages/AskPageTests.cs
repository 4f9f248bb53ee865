using System.Text.Json;
using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>The page that asks, over the sample articles.</summary>
public sealed class AskPageTests(Browser browser, SampleSite site)
{
    private const string Loan = "Did the Central Bank of Velmora lend Tidewater Bank 400 million crowns?";
    private const string Troops = "Has the Pentagon confirmed that North Korean troops are in Ukraine?";
    private const string Ammonia = "Did twelve dockers get hurt by an ammonia leak in Kestrin?";
    private const string Cup = "Who won the Velmora football cup?";

    private static readonly string[] Questions =
    [
        Troops, Ammonia, Loan, "What did Lloyd Austin say about reports of North Korean troops?", "Is Kestrin's drinking water contaminated?", "How many people died at the Kestrin lock?",
    ];

    private static readonly string[] Controls =
    [
        "Skip to the question", "Ask", "Articles", "New conversation", "Dark theme", "Brackwater: no ammonia leaked at Kestrin",
        "Copy as Markdown", "Copy link", "Right answer", "Wrong answer", "Who said that?", "question", "as-of",
    ];

    public static TheoryData<int, ColorScheme> Views() => View.All();

    [Theory]
    [MemberData(nameof(Views))]
    public async Task It_breaks_no_rule_of_accessibility_asks_nobody_else_and_fits_the_screen(int width, ColorScheme scheme)
    {
        await using var watched = await OpenAsync(width, scheme);
        var page = watched.Page;
        await Assertions.Expect(page.Locator(".example")).ToHaveCountAsync(3);
        await watched.PictureAsync($"ask-empty-{width}-{scheme}");
        Assert.Empty(await Axe.ViolationsAsync(page));

        foreach (var (question, name) in new[] { (Troops, "unconfirmed"), (Ammonia, "disputed"), (Loan, "confirmed"), (Cup, "not-in-corpus") })
        {
            await AskAsync(page, question);
            await watched.PictureAsync($"ask-{name}-{width}-{scheme}");
        }

        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.Equal(width, await page.WidthAsync());
        Assert.All(watched.Requests, request => Assert.StartsWith(site.Address, request, StringComparison.Ordinal));
        Assert.Empty(watched.Errors);
    }

    [Fact]
    public async Task The_status_comes_first_in_words_and_with_an_icon()
    {
        await using var watched = await OpenAsync();

        var turn = await AskAsync(watched.Page, Troops);

        var badge = turn.Locator(".turn-body > :first-child .badge");
        Assert.Equal("Unconfirmed", await badge.InnerTextAsync());
        Assert.Equal(1, await badge.Locator("svg").CountAsync());
        Assert.Contains("Unconfirmed. No, not confirmed:", await watched.Page.Locator("#announcer").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_shown_as_it_comes()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        var rest = new TaskCompletionSource();
        await page.RouteAsync("**/api/ask", async route =>
        {
            await rest.Task;
            await route.ContinueAsync();
        });

        await page.FillAsync("#question", Troops);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".turn")).ToHaveAttributeAsync("aria-busy", "true");
        await Assertions.Expect(page.Locator(".turn .waiting")).ToContainTextAsync("Searching the articles");
        Assert.Equal("Stop", await page.Locator("#send").GetAttributeAsync("aria-label"));
        rest.SetResult();

        await Assertions.Expect(page.Locator(".turn .quote")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator(".turn")).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    [Fact]
    public async Task A_quote_opens_its_article_where_the_same_words_are_highlighted()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        var turn = await AskAsync(page, Troops);
        var card = turn.Locator(".quote").Nth(1);
        var quote = await card.Locator("blockquote").TextContentAsync();

        await card.Locator("blockquote").ClickAsync();
        await page.WaitForURLAsync("**/articles/korea/**");

        await Assertions.Expect(page.Locator("mark").First).ToBeInViewportAsync();
        Assert.Equal(quote, string.Concat(await page.Locator("mark").AllTextContentsAsync()));
    }

    [Fact]
    public async Task A_dispute_has_its_two_sides_side_by_side()
    {
        await using var watched = await OpenAsync();

        var turn = await AskAsync(watched.Page, Ammonia);

        var sides = turn.Locator(".side");
        Assert.Equal(["Says it is so", "Says it is not so"], await sides.Locator("h3").AllTextContentsAsync());
        Assert.Contains("their union", await sides.Nth(0).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Joris Hahn", await sides.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        var (one, other) = (await sides.Nth(0).BoundingBoxAsync(), await sides.Nth(1).BoundingBoxAsync());
        Assert.Equal(one!.Y, other!.Y);
        Assert.True(one.X + one.Width <= other.X);
    }

    [Fact]
    public async Task The_history_of_a_claim_goes_from_status_to_status()
    {
        await using var watched = await OpenAsync();

        var turn = await AskAsync(watched.Page, Loan);

        Assert.Equal(["Reported", "Confirmed"], await turn.Locator(".timeline .badge").AllTextContentsAsync());
        Assert.Equal(["2025-02-03", "2025-02-06"], await turn.Locator(".timeline time").EvaluateAllAsync<string[]>("all => all.map(one => one.dateTime)"));
    }

    [Fact]
    public async Task What_the_corpus_does_not_say_leads_to_the_nearest_articles()
    {
        await using var watched = await OpenAsync();

        var turn = await AskAsync(watched.Page, Cup);
        Assert.Equal("Not in the corpus", await turn.Locator(".badge").InnerTextAsync());
        var nearest = turn.Locator(".nearest a").First;
        var title = await nearest.InnerTextAsync();
        await nearest.ClickAsync();

        await Assertions.Expect(watched.Page.Locator(".article-line a").First).ToHaveTextAsync(title);
    }

    [Fact]
    public async Task A_follow_up_is_asked_by_its_chip_and_answered()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        await AskAsync(page, Troops);

        await page.Locator(".chip", new() { HasText = "And Sabrina Singh?" }).ClickAsync();

        var turn = page.Locator(".turn").Nth(1);
        await Assertions.Expect(turn.Locator(".understood")).ToContainTextAsync("Has Sabrina Singh confirmed that North Korean troops are in Ukraine?");
        await Assertions.Expect(turn.Locator(".quote-speaker strong").First).ToHaveTextAsync("Sabrina Singh");
    }

    [Fact]
    public async Task Every_follow_up_that_is_offered_is_answered_from_the_corpus()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        foreach (var question in Questions)
        {
            var shared = $"{site.Address}/?q={Uri.EscapeDataString(question)}";
            await page.GotoAsync(shared);
            await Assertions.Expect(page.Locator(".chip").First).ToBeVisibleAsync();
            foreach (var chip in await page.Locator(".chip").AllTextContentsAsync())
            {
                await page.GotoAsync(shared);
                await page.Locator(".chip", new() { HasText = chip }).ClickAsync();
                var followed = page.Locator(".turn").Nth(1);
                await Assertions.Expect(followed.Locator(".turn-rail section").First).ToBeAttachedAsync();
                Assert.True(await followed.Locator(".quote").CountAsync() > 0, $"{question} {chip}");
            }
        }
    }

    [Fact]
    public async Task An_earlier_day_knows_less()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;

        await page.FillAsync("#as-of", "2025-02-04");
        var turn = await AskAsync(page, Loan);

        Assert.Equal("Reported", await turn.Locator(".verdict .badge").InnerTextAsync());
        Assert.Contains("4 February 2025", await turn.Locator("header").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reload_keeps_the_conversation_and_a_new_one_begins_empty()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        await AskAsync(page, Troops);
        await AskAsync(page, "And NATO?");
        var before = await page.Locator(".quote blockquote").AllTextContentsAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(2);
        Assert.Equal(before, await page.Locator(".quote blockquote").AllTextContentsAsync());
        await page.Locator("#restart").ClickAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator(".example").First).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator(".turn").CountAsync());
    }

    [Fact]
    public async Task A_shared_link_asks_its_question_whatever_else_it_says()
    {
        await using var watched = await OpenAsync();

        await watched.Page.GotoAsync($"{site.Address}/?q={Uri.EscapeDataString(Ammonia)}&asOf=2025-99-99");

        await Assertions.Expect(watched.Page.Locator(".turn .verdict .badge")).ToHaveTextAsync("Disputed");
    }

    [Fact]
    public async Task A_shared_link_keeps_the_day_and_a_follow_up_too()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.FillAsync("#as-of", "2025-02-04");
        await AskAsync(page, Loan);
        await page.Locator("button", new() { HasText = "Copy link" }).ClickAsync();
        await Assertions.Expect(page.Locator("#announcer")).ToHaveTextAsync("Copied");
        await page.Locator(".chip", new() { HasText = "Who said that?" }).ClickAsync();
        await Assertions.Expect(page.Locator(".turn").Nth(1).Locator("header")).ToContainTextAsync("4 February 2025");

        await page.GotoAsync(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));

        await Assertions.Expect(page.Locator(".turn .verdict .badge")).ToHaveTextAsync("Reported");
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_everything()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        Assert.Equal("question", await page.EvaluateAsync<string>("() => document.activeElement.id"));

        await page.Keyboard.TypeAsync(Ammonia);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chip").First).ToBeVisibleAsync();
        HashSet<string> reached = [];
        await page.EvaluateAsync("() => document.activeElement.blur()");
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("() => document.activeElement.textContent.replace(/\\u00a0/g, ' ').trim() || document.activeElement.getAttribute('aria-label') || document.activeElement.id"));
        }

        Assert.All(Controls, name => Assert.Contains(name, reached));
    }

    [Fact]
    public async Task The_theme_that_is_chosen_stays()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        var light = await BackgroundAsync(page);

        await page.Locator("#theme").ClickAsync();
        var dark = await BackgroundAsync(page);
        await page.ReloadAsync();

        Assert.NotEqual(light, dark);
        Assert.Equal(dark, await BackgroundAsync(page));
    }

    [Fact]
    public async Task Paper_is_light_and_has_no_buttons()
    {
        await using var watched = await OpenAsync(scheme: ColorScheme.Dark);
        var page = watched.Page;
        await AskAsync(page, Ammonia);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await watched.PictureAsync("ask-print");

        Assert.Equal("rgb(255, 255, 255)", await BackgroundAsync(page));
        Assert.Equal("rgb(244, 232, 249)", await page.Locator(".verdict .badge").EvaluateAsync<string>("one => getComputedStyle(one).backgroundColor"));
        Assert.Equal(0, await page.Locator("button:visible, textarea:visible").CountAsync());
    }

    [Fact]
    public async Task Markdown_holds_status_answer_quotes_and_links()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var turn = await AskAsync(page, Ammonia);

        await turn.Locator("button", new() { HasText = "Copy as Markdown" }).ClickAsync();
        await Assertions.Expect(page.Locator("#announcer")).ToHaveTextAsync("Copied");
        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        Assert.StartsWith($"## {Ammonia}\n\n**Disputed**: origins contradict each other", copied, StringComparison.Ordinal);
        Assert.Contains("[2] **Joris Hahn** · says it is not so · The Tamsel Gazette · 13 March 2025", copied, StringComparison.Ordinal);
        Assert.Contains($"({site.Address}/articles/kestrin/brackwater-no-leak.html#q=216-327)", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_is_sent_for_the_answer_it_is_on()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        var turn = await AskAsync(page, Ammonia);

        var sent = await page.RunAndWaitForResponseAsync(() => turn.Locator("button[aria-label='Wrong answer']").ClickAsync(), "**/api/feedback");
        Assert.Equal(200, sent.Status);
        await page.Keyboard.TypeAsync("The union is one origin.");
        sent = await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), "**/api/feedback");

        Assert.Equal(200, sent.Status);
        var body = JsonDocument.Parse(sent.Request.PostData!).RootElement;
        Assert.Equal("down", body.GetProperty("rating").GetString());
        Assert.Equal("The union is one origin.", body.GetProperty("comment").GetString());
    }

    [Theory]
    [InlineData(429, "{\"title\":\"Too many requests\",\"detail\":\"ask again in 7 seconds\"}", "Try again in 7 seconds.")]
    [InlineData(503, "{\"title\":\"The corpus cannot be read now\",\"detail\":\"try again; the server's log says what is wrong\"}", "try again; the server's log says what is wrong")]
    [InlineData(400, "{\"title\":\"The request cannot be answered\",\"detail\":\"the question holds no word to search for; name what it is about\"}", "the question holds no word to search for; name what it is about")]
    public async Task A_refusal_says_in_one_line_what_to_do(int status, string problem, string line)
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        await page.RouteAsync("**/api/ask", route => route.FulfillAsync(new()
        {
            Status = status,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "7" },
            Body = problem,
        }));

        await page.FillAsync("#question", Troops);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".failure[role=alert]")).ToContainTextAsync(line);
        await Assertions.Expect(page.Locator(".failure button")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_breaks_off_says_so_and_keeps_what_came()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        await page.RouteAsync("**/api/ask", route => route.FulfillAsync(new()
        {
            ContentType = "text/event-stream",
            Body = "event: status\ndata: {\"id\":\"a\",\"question\":\"Q?\",\"reply\":\"answered\",\"status\":\"reported\",\"statusReason\":\"1 asserts it (A)\",\"asOf\":null}\n\nevent: sentence\ndata: {\"text\":\"A sentence that came.\"}\n\n",
        }));

        await page.FillAsync("#question", "Q?");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".failure")).ToContainTextAsync("The answer broke off");
        await Assertions.Expect(page.Locator(".answer-prose")).ToHaveTextAsync("A sentence that came.");
    }

    [Fact]
    public async Task Without_a_connection_it_says_that_you_are_offline_and_asks_again_when_told()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("#question", Loan);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".failure")).ToContainTextAsync("You are offline");

        await page.Context.SetOfflineAsync(false);
        await page.Locator(".failure button").ClickAsync();

        await Assertions.Expect(page.Locator(".turn .verdict .badge")).ToHaveTextAsync("Confirmed");
        Assert.Equal(1, await page.Locator(".turn").CountAsync());
    }

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

    private async Task<WatchedPage> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var watched = await browser.OpenAsync(width, scheme);
        await watched.Page.GotoAsync(site.Address);
        return watched;
    }

    /// <returns>The answer, once it is whole.</returns>
    private static async Task<ILocator> AskAsync(IPage page, string question)
    {
        var before = await page.Locator(".turn").CountAsync();
        await page.FillAsync("#question", question);
        await page.Keyboard.PressAsync("Enter");
        var turn = page.Locator(".turn").Nth(before);
        await Assertions.Expect(turn.Locator(".turn-rail section").First).ToBeAttachedAsync();
        return turn;
    }
}
