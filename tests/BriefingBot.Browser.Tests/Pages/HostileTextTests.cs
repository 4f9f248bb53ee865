using System.Text.Json;
using BriefingBot.Channels.Tests;
using Microsoft.Playwright;

namespace BriefingBot.Browser.Tests;

/// <summary>Articles, titles and questions that try to be more than text.</summary>
public sealed class HostileTextTests(Browser browser)
{
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
    public async Task Nothing_in_an_article_its_title_or_a_question_is_executed_or_fetched()
    {
        await using var server = await RunningServer.StartAsync([("hostile.jsonl", string.Join('\n', Strings.Select(Line)))]);
        var address = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        await using var watched = await browser.OpenAsync(1280, ColorScheme.Light);
        var page = watched.Page;

        await page.GotoAsync(address);
        foreach (var text in Strings)
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
        await Assertions.Expect(page.Locator(".article-line")).ToHaveCountAsync(Strings.Length);
        await CheckAsync(watched, address);
        foreach (var link in await page.Locator(".article-line a").EvaluateAllAsync<string[]>("all => all.map(one => one.href)"))
        {
            await page.GotoAsync(link + "#q=0-20");
            await Assertions.Expect(page.Locator("mark").First).ToBeVisibleAsync();
            Assert.Equal(0, await page.Locator("a.original").CountAsync());
            await CheckAsync(watched, address);
        }
    }

    private static string Line(string text, int i) => JsonSerializer.Serialize(new
    {
        id = $"hostile {i} {text.Replace("\0", "", StringComparison.Ordinal)}",
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
