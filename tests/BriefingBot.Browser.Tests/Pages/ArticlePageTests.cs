using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>The list of articles, and one of them.</summary>
public sealed class ArticlePageTests(Browser browser, SampleSite site)
{
    private const string Briefing = "/articles/korea/pentagon-briefing.txt";

    public static TheoryData<int, ColorScheme> Views() => View.All();

    [Theory]
    [MemberData(nameof(Views))]
    public async Task The_list_breaks_no_rule_of_accessibility_and_fits_the_screen(int width, ColorScheme scheme)
    {
        await using var watched = await OpenAsync("/articles", width, scheme);
        await Assertions.Expect(watched.Page.Locator("#count")).ToHaveTextAsync("26 articles");

        await watched.PictureAsync($"articles-{width}-{scheme}");

        await CheckAsync(watched, width);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task An_article_breaks_no_rule_of_accessibility_and_fits_the_screen(int width, ColorScheme scheme)
    {
        await using var watched = await OpenAsync(Briefing + "#q=702-931", width, scheme);
        await Assertions.Expect(watched.Page.Locator("mark").First).ToBeInViewportAsync();

        await watched.PictureAsync($"article-{width}-{scheme}");

        await CheckAsync(watched, width);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_words_outlet_and_days_and_its_address_can_be_shared()
    {
        await using var watched = await OpenAsync("/articles");
        var page = watched.Page;

        await page.FillAsync("input[name=q]", "Tidewater");
        await page.SelectOptionAsync("select[name=outlet]", "The Ansel Courier");
        await Assertions.Expect(page.Locator(".article-line .outlet").First).ToHaveTextAsync("The Ansel Courier");
        await page.FillAsync("input[name=from]", "2025-02-06");
        await page.Locator("#filters button").ClickAsync();
        await Assertions.Expect(page.Locator(".article-line a").First).ToHaveTextAsync("Governor confirms 400 million crown loan to Tidewater");
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator(".article-line a").First).ToHaveTextAsync("Governor confirms 400 million crown loan to Tidewater");
        Assert.Equal("Tidewater", await page.InputValueAsync("input[name=q]"));
        Assert.Equal("The Ansel Courier", await page.InputValueAsync("select[name=outlet]"));
        Assert.Equal("2025-02-06", await page.InputValueAsync("input[name=from]"));
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        await using var watched = await OpenAsync("/articles");
        var page = watched.Page;
        await Assertions.Expect(page.Locator("#place")).ToHaveTextAsync("1 to 20 of 26");

        await page.Locator("#next").ClickAsync();

        await Assertions.Expect(page.Locator("#place")).ToHaveTextAsync("21 to 26 of 26");
        await Assertions.Expect(page.Locator(".article-line")).ToHaveCountAsync(6);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#place")).ToHaveTextAsync("1 to 20 of 26");
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do()
    {
        await using var watched = await OpenAsync("/articles?outlet=Nobody");

        await Assertions.Expect(watched.Page.Locator("#count")).ToContainTextAsync("No article fits");
    }

    [Fact]
    public async Task Its_paragraphs_in_a_row_are_the_text_to_the_letter()
    {
        await using var watched = await OpenAsync(Briefing + "#q=702-931");
        var page = watched.Page;
        await Assertions.Expect(page.Locator("mark").First).ToBeVisibleAsync();

        var text = await page.EvaluateAsync<string>("async () => (await (await fetch('/api/articles/korea%2Fpentagon-briefing.txt')).json()).text");

        Assert.Equal(text, await page.Locator("#text").EvaluateAsync<string>("all => all.textContent"));
        Assert.Equal(text[702..931], string.Concat(await page.Locator("mark").AllTextContentsAsync()));
    }

    [Fact]
    public async Task Who_said_what_leads_to_where_they_say_it()
    {
        await using var watched = await OpenAsync(Briefing);
        var page = watched.Page;
        var statement = page.Locator(".statement a", new() { HasText = "I don't have anything for you on that" });
        Assert.Contains("Sabrina Singh", await statement.InnerTextAsync(), StringComparison.Ordinal);

        await statement.ClickAsync();

        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync("\"I don't have anything for you on that,\"");
        Assert.Contains("#q=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_selected_have_an_address_of_their_own()
    {
        await using var watched = await OpenAsync(Briefing);
        var page = watched.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Locator("#text p", new() { HasText = "On supplies she was firmer." }).EvaluateAsync(
            "one => { const range = document.createRange(); range.setStart(one.firstChild, 3); range.setEnd(one.firstChild, 26); getSelection().addRange(range); }");

        await page.Locator("button", new() { HasText = "Copy link to the selection" }).ClickAsync();
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync("supplies she was firmer");

        Assert.Equal(page.Url, await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Theory]
    [InlineData("#q=5-2")]
    [InlineData("#q=0-99999999")]
    [InlineData("#q=<script>")]
    [InlineData("#nothing")]
    public async Task A_place_that_is_not_in_it_marks_nothing(string place)
    {
        await using var watched = await OpenAsync(Briefing + place);

        await Assertions.Expect(watched.Page.Locator("#text p").First).ToBeAttachedAsync();

        Assert.Equal(0, await watched.Page.Locator("mark").CountAsync());
        Assert.Empty(watched.Errors);
    }

    [Fact]
    public async Task An_article_that_is_not_there_says_so()
    {
        await using var watched = await OpenAsync("/articles/no/such.txt");

        await Assertions.Expect(watched.Page.Locator("h1")).ToHaveTextAsync("No such article");
        await Assertions.Expect(watched.Page.Locator("main a")).ToHaveAttributeAsync("href", "/articles");
    }

    private async Task CheckAsync(WatchedPage watched, int width)
    {
        Assert.Empty(await Axe.ViolationsAsync(watched.Page));
        Assert.Equal(width, await watched.Page.WidthAsync());
        Assert.All(watched.Requests, request => Assert.StartsWith(site.Address, request, StringComparison.Ordinal));
        Assert.Empty(watched.Errors);
    }

    private async Task<WatchedPage> OpenAsync(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var watched = await browser.OpenAsync(width, scheme);
        await watched.Page.GotoAsync(site.Address + path);
        return watched;
    }
}
