using System.Text.Json;
using BriefingBot.Channels.Tests;
using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>Articles, titles and questions that try to be more than text.</summary>
public sealed class HostileTextTests(Browser browser)
{
    private const int StringsAtOnce = 10;
    private const int ArticlesOnPage = 20;
    private const int LongestTextInId = 100;

    private static readonly string[] Strings =
    [
        "<script>document.title='taken'</script>",
        "<img src=x onerror=\"document.title='taken'\">",
        "<svg onload=document.title='taken'>",
        "</p></blockquote><iframe srcdoc='<script>top.document.title=`taken`</script>'></iframe>",
        "javascript:document.title='taken'",
        "\"><a href=\"javascript:document.title='taken'\">open</a>",
        "{{constructor.constructor('document.title=`taken`')()}} ${document.title='taken'}",
        "<style>*{display:none}</style>",
        "‮evil⁦ \u0000\u0007 ﷽ Z̮̞̠͙͔ͅà̴l̶g̵o̷",
        "![image](https://evil.example/x.png) [link](https://evil.example)",
    ];

    [Fact]
    public Task Nothing_in_an_article_its_title_or_a_question_is_executed_or_fetched() => ShowAsync(Strings);

    [Fact]
    public async Task No_naughty_string_is_executed_or_fetched()
    {
        var file = Path.Combine(SampleSite.Top(), "..", "shared", "data", "attacks", "naughty-strings.json");
        Assert.SkipUnless(File.Exists(file), "needs shared/data/attacks beside the project");
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;

        await ShowAsync([.. strings.Chunk(StringsAtOnce).Select(some => string.Join('\n', some))]);
    }

    private async Task ShowAsync(string[] texts)
    {
        await using var server = await RunningServer.StartAsync([("hostile.jsonl", string.Join('\n', texts.Select(Line)))]);
        var address = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        await using var watched = await browser.OpenAsync(1280, ColorScheme.Light);
        var page = watched.Page;

        await page.GotoAsync(address);
        foreach (var text in texts)
        {
            var before = await page.Locator(".turn").CountAsync();
            await page.FillAsync("#question", $"Who said the Kestrin gate {text} was closed?");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator(".turn").Nth(before)).Not.ToHaveAttributeAsync("aria-busy", "true");
        }

        await CheckAsync(watched, address);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".turn").First).ToBeVisibleAsync();
        await CheckAsync(watched, address);

        await page.GotoAsync(address + "/articles");
        await Assertions.Expect(page.Locator(".article-line")).ToHaveCountAsync(Math.Min(texts.Length, ArticlesOnPage));
        await CheckAsync(watched, address);
        for (var i = 0; i < texts.Length; i++)
        {
            await page.GotoAsync($"{address}/articles/{Uri.EscapeDataString(IdOf(texts[i], i))}#q=0-20");
            await Assertions.Expect(page.Locator("mark").First).ToBeVisibleAsync();
            Assert.Equal(0, await page.Locator("a.original").CountAsync());
            await CheckAsync(watched, address);
        }
    }

    // A server's address holds no zero; ids of reasonable length are tried.
    private static string IdOf(string text, int i) => $"hostile {i} {(text.Length > LongestTextInId ? "" : text.Replace("\0", "", StringComparison.Ordinal))}";

    private static string Line(string text, int i) => JsonSerializer.Serialize(new
    {
        id = IdOf(text, i),
        title = $"Title {i} {text}",
        outlet = text,
        author = text,
        url = "javascript:document.title='taken'",
        published = "2025-03-10",
        text = $"The Kestrin gate {text} was closed on Monday, the authority said.\n\n“The gate {text} will open in spring,” said Odile Frahm {text}.",
    });

    private static async Task CheckAsync(WatchedPage watched, string address)
    {
        Assert.DoesNotContain("taken", (await watched.Page.TitleAsync()).Replace("='taken'", "", StringComparison.Ordinal).Replace("=`taken`", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, await watched.Page.Locator("main iframe, main script, main style, main img, [onerror], [onload], a[href^='javascript:']").CountAsync());
        Assert.All(watched.Requests, request => Assert.StartsWith(address, request, StringComparison.Ordinal));
        Assert.Empty(watched.Errors);
    }
}
