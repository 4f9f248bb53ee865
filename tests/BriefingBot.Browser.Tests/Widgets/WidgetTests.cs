using BriefingBot.Channels.Tests;
using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>The widget on a page of another origin.</summary>
public sealed class WidgetTests(Browser browser) : IAsyncLifetime
{
    private const string Ammonia = "Did twelve dockers get hurt by an ammonia leak in Kestrin?";
    private const string HostileStyle = "<style>html * { display: block !important; color: red !important; font: 40px/1 serif !important; letter-spacing: 6px !important; transform: rotate(3deg) !important; opacity: .2 !important } body > * { display: none !important }</style>";

    private ForeignSite? _elsewhere;
    private RunningServer? _server;

    public async ValueTask InitializeAsync()
    {
        _elsewhere = await ForeignSite.StartAsync();
        _server = await RunningServer.StartAsync(SampleSite.Articles(), builder => builder.Configuration["Widget:Origins:0"] = _elsewhere.Origin);
        _elsewhere.Server = _server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        await _elsewhere!.DisposeAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task On_an_allowed_page_it_answers_with_status_quotes_and_a_link_to_the_article(int width)
    {
        await using var watched = await OpenAsync(width);
        var page = watched.Page;

        await AskAsync(page, Ammonia);
        await watched.PictureAsync($"widget-{width}");

        Assert.Equal("Disputed", await page.Locator("briefingbot-widget .badge").InnerTextAsync());
        Assert.Equal(2, await page.Locator("briefingbot-widget .quote").CountAsync());
        Assert.StartsWith(_elsewhere!.Server + "/articles/kestrin/union-ammonia.txt#q=", await page.Locator("briefingbot-widget .quote a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.Empty(watched.Errors);
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task On_any_other_page_it_does_not_show_and_says_what_to_configure()
    {
        await using var other = await ForeignSite.StartAsync();
        other.Server = _elsewhere!.Server;
        await using var watched = await browser.OpenAsync(1280, ColorScheme.Light);
        var warned = watched.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("Widget:Origins", StringComparison.Ordinal) });

        await watched.Page.GotoAsync(other.Origin);
        await warned;

        Assert.Equal(0, await watched.Page.Locator("briefingbot-widget").CountAsync());
    }

    [Fact]
    public async Task A_follow_up_leans_on_what_was_asked_before_also_on_the_next_page()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        await AskAsync(page, Ammonia);

        await page.ReloadAsync();
        await page.Locator("briefingbot-widget .launcher").ClickAsync();
        await Assertions.Expect(page.Locator("briefingbot-widget .asked")).ToHaveTextAsync(Ammonia);
        await page.Locator("briefingbot-widget .chip", new() { HasText = "What did Joris Hahn say about it?" }).ClickAsync();

        await Assertions.Expect(page.Locator("briefingbot-widget .answer").Nth(1).Locator(".quote-speaker strong").First).ToHaveTextAsync("Joris Hahn");
    }

    [Fact]
    public async Task The_keyboard_opens_it_stays_within_and_leaves_by_escape()
    {
        await using var watched = await OpenAsync();
        var page = watched.Page;
        await page.Locator("briefingbot-widget .launcher").FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("TEXTAREA", await FocusedAsync(page));
        HashSet<string> reached = [];
        for (var i = 0; i < 6; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await FocusedAsync(page));
        }

        Assert.DoesNotContain("", reached);
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("launcher", await page.EvaluateAsync<string>("() => document.querySelector('briefingbot-widget').shadowRoot.activeElement.className"));
        await Assertions.Expect(page.Locator("briefingbot-widget .panel")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Whatever_the_style_of_the_page_its_own_holds()
    {
        await using var plain = await OpenAsync();
        var expected = await StyleAsync(plain.Page);
        _elsewhere!.Head = HostileStyle;

        await using var watched = await OpenAsync();

        Assert.Equal(expected, await StyleAsync(watched.Page));
    }

    [Fact]
    public async Task The_page_themes_it_by_variables()
    {
        _elsewhere!.Head = "<style>:root { --briefingbot-accent: rgb(122, 31, 61) }</style>";

        await using var watched = await OpenAsync();

        Assert.Equal("rgb(122, 31, 61)", await watched.Page.Locator("briefingbot-widget .launcher").EvaluateAsync<string>("one => getComputedStyle(one).backgroundColor"));
    }

    [Fact]
    public async Task On_a_page_that_is_read_from_right_to_left_it_stands_on_the_left()
    {
        _elsewhere!.Attributes = "lang=\"ar\" dir=\"rtl\"";
        await using var watched = await OpenAsync();

        await AskAsync(watched.Page, Ammonia);

        var panel = await watched.Page.Locator("briefingbot-widget .panel").BoundingBoxAsync();
        Assert.Equal(20, panel!.X);
        Assert.Equal("ltr", await watched.Page.Locator("briefingbot-widget .turns").EvaluateAsync<string>("one => getComputedStyle(one).direction"));
    }

    [Fact]
    public async Task A_page_whose_policy_lets_in_no_inline_style_shows_it_as_well()
    {
        _elsewhere!.Head = $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {_elsewhere.Server}; connect-src {_elsewhere.Server}; require-trusted-types-for 'script'\">";
        await using var watched = await OpenAsync();

        await AskAsync(watched.Page, Ammonia);

        Assert.Empty(watched.Errors);
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.querySelector('briefingbot-widget').shadowRoot.activeElement?.tagName ?? ''");

    private static Task<string> StyleAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const host = document.querySelector('briefingbot-widget');
          return [host, ...host.shadowRoot.querySelectorAll('.launcher, .launcher span')].map(one => {
            const style = getComputedStyle(one);
            return [style.display, style.position, style.color, style.font, style.letterSpacing, style.transform, style.opacity, one.getBoundingClientRect().width].join('|');
          }).join('\n');
        }
        """);

    private async Task<WatchedPage> OpenAsync(int width = 1280)
    {
        var watched = await browser.OpenAsync(width, ColorScheme.Light);
        await watched.Page.GotoAsync(_elsewhere!.Origin);
        await Assertions.Expect(watched.Page.Locator("briefingbot-widget .launcher")).ToBeVisibleAsync();
        return watched;
    }

    private static async Task AskAsync(IPage page, string question)
    {
        await page.Locator("briefingbot-widget .launcher").ClickAsync();
        await page.Locator("briefingbot-widget textarea").FillAsync(question);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("briefingbot-widget .answer .faint", new() { HasText = "Searched" })).ToBeVisibleAsync();
    }
}
