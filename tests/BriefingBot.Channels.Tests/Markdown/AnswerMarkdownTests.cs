using System.Text.Json;
using System.Text.RegularExpressions;

namespace BriefingBot.Channels.Tests.Markdown;

/// <summary>Answers from articles that carry markup, as a chat front end would get them.</summary>
public sealed partial class AnswerMarkdownTests
{
    private const string Markup = "![x](https://evil.example/pixel.png) <img src=https://evil.example/a.png> [click](https://evil.example) www.evil.example $E=mc$ `code`";

    private static readonly (string, string)[] Articles =
    [
        ("a)b](https:evil.md", $"---\ntitle: \"[Free](https://evil.example) **news** of Kestrin\"\noutlet: \"Evil ](https://evil.example) Post\"\nauthor: \"<b>Bad</b>\"\ndate: 2024-05-01\nurl: https://news.example/a_(b)\n---\n\nThe lock at Kestrin was closed on Monday, {Markup}, the river authority said.\n"),
        ("c.txt", $"# Head\n\n\"The lock at Kestrin {Markup} was closed on Monday,\" said Odile Frahm."),
    ];

    [Theory]
    [InlineData("Was the lock at Kestrin closed?")]
    [InlineData("What did Odile Frahm say about the lock at Kestrin?")]
    [InlineData("Was the lock at Kestrin ![x](https://evil.example/q) closed?")]
    [InlineData("sources")]
    [InlineData("quotes c.txt")]
    [InlineData("Who is the [emperor](https://evil.example) of Zanzibar?")]
    public async Task No_link_but_a_citations_own_and_no_image(string question)
    {
        await using var server = await RunningServer.StartAsync(Articles);
        using var body = new StringContent(JsonSerializer.Serialize(new { model = "briefingbot", messages = new object[] { new { role = "user", content = "And the [lock](https://evil.example)?" }, new { role = "user", content = question } } }), System.Text.Encoding.UTF8, "application/json");

        using var response = await server.Client.PostAsync("/v1/chat/completions", body, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var text = json.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;

        Assert.All(Links().Matches(text).Select(link => link.Groups[1].Value), link => Assert.True(link == "https://news.example/a_%28b%29" || link.StartsWith($"{server.Client.BaseAddress}articles/", StringComparison.Ordinal), link));
        var unlinked = Links().Replace(text, "");
        Assert.DoesNotMatch(Unescaped(), unlinked);
        Assert.DoesNotContain("https://", unlinked, StringComparison.Ordinal);
        Assert.DoesNotContain("www.", unlinked, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<!\\)\]\(([^)\s]*)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    // The lone [ is what is left of a link.
    [GeneratedRegex(@"(?<!\\)[<`$]|!\[|(?<!\\)\]\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unescaped();
}
