using BriefingBot.Evaluation;
using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>The report of an evaluation as a browser shows it.</summary>
public sealed class EvalReportPageTests(Browser browser) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-page-");

    public static TheoryData<int, ColorScheme> Views() => new()
    {
        { 1280, ColorScheme.Light },
        { 1280, ColorScheme.Dark },
        { 390, ColorScheme.Light },
        { 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task It_breaks_no_rule_of_accessibility(int width, ColorScheme scheme)
    {
        await using var page = await ShowAsync(width, scheme);
        await page.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");

        await page.PictureAsync($"report-{width}-{scheme}");

        Assert.Empty(await Axe.ViolationsAsync(page.Page));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task It_asks_nothing_of_the_network_and_its_policy_refuses_nothing_of_its_own(int width, ColorScheme scheme)
    {
        await using var page = await ShowAsync(width, scheme);

        Assert.Single(page.Requests);
        Assert.Empty(page.Errors);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task It_is_no_wider_than_the_screen(int width, ColorScheme scheme)
    {
        await using var page = await ShowAsync(width, scheme);
        await page.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");

        Assert.Equal(width, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task What_a_question_or_an_article_holds_is_text()
    {
        await using var page = await ShowAsync(1280, ColorScheme.Light);

        Assert.StartsWith("Harbour: ", await page.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Page.Locator("img").CountAsync());
        Assert.Contains("<img src=x", await page.Page.Locator("details[data-tags=hostile] summary").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_is_not_its_own_is_refused()
    {
        await using var page = await ShowAsync(1280, ColorScheme.Light);

        await page.Page.EvaluateAsync("() => { const own = document.createElement('script'); own.textContent = \"document.title = 'taken'\"; document.body.append(own); }");
        await page.Page.EvaluateAsync("() => { const image = document.createElement('img'); image.src = 'https://example.org/x.png'; document.body.append(image); }");

        Assert.NotEqual("taken", await page.Page.TitleAsync());
        Assert.Equal(2, page.Errors.Count(error => error.Contains("Content Security Policy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Cases_are_filtered_by_outcome_tag_and_words()
    {
        await using var page = await ShowAsync(390, ColorScheme.Light);
        var shown = page.Page.Locator("details:visible");

        await page.Page.SelectOptionAsync("#outcome", "failed");
        Assert.Equal(2, await shown.CountAsync());
        await page.Page.SelectOptionAsync("#tag", "harbour");
        Assert.Equal("Who broke it?", await shown.Locator(".question").TextContentAsync());
        await page.Page.SelectOptionAsync("#outcome", "");
        await page.Page.FillAsync("#words", "IS IT CONFIRMED");
        Assert.Equal("1 case", await page.Page.Locator("#shown").TextContentAsync());
    }

    [Fact]
    public async Task The_expected_words_are_marked_in_a_quote()
    {
        await using var page = await ShowAsync(1280, ColorScheme.Light);

        Assert.Equal("may be late", await page.Page.Locator("q mark").First.TextContentAsync());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<WatchedPage> ShowAsync(int width, ColorScheme scheme)
    {
        var file = Path.Combine(_folder.FullName, "report.html");
        await File.WriteAllTextAsync(file, HtmlReport.Write(SomeReport.After, ReportComparison.Of(SomeReport.Before, SomeReport.After)), TestContext.Current.CancellationToken);
        var page = await browser.OpenAsync(width, scheme);
        await page.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }
}
