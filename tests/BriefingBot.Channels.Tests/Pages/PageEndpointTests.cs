using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace BriefingBot.Channels.Tests;

public sealed class PageEndpointTests
{
    private static readonly (string, string)[] Articles =
    [
        ("lock.txt", "Gate broke at Kestrin\n\nThe lock at Kestrin was closed on Monday.\n\n“The gate will be replaced in spring,” said Odile Frahm, who heads the authority. “We ordered it on Friday,” she said."),
    ];

    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/articles/korea/some%20article.txt")]
    public async Task A_page_lets_in_no_script_style_or_frame_but_its_own(string path)
    {
        await using var server = await RunningServer.StartAsync(Articles);

        using var response = await server.Client.GetAsync(path, Cancellation);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/ask.js")]
    [InlineData("/widget.js")]
    public async Task Who_has_a_file_already_is_not_sent_it_again(string path)
    {
        await using var server = await RunningServer.StartAsync(Articles);
        using var first = await server.Client.GetAsync(path, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_file_is_compressed_for_whoever_takes_it_so()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/base.css");
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");

        using var zipped = await server.Client.SendAsync(request, Cancellation);
        using var plain = await server.Client.GetAsync("/assets/base.css", Cancellation);
        await using var unzipped = new GZipStream(await zipped.Content.ReadAsStreamAsync(Cancellation), CompressionMode.Decompress);

        Assert.Equal("gzip", Assert.Single(zipped.Content.Headers.ContentEncoding));
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, zipped.Headers.ETag);
        Assert.Equal(await plain.Content.ReadAsStringAsync(Cancellation), await new StreamReader(unzipped).ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task An_example_asks_about_somebody_whom_an_article_quotes()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        _ = await server.Client.PostAsJsonAsync("/api/ask", new { question = "Was the lock closed?" }, Cancellation);

        var found = await server.Client.GetFromJsonAsync<JsonElement>("/api/examples", Cancellation);

        Assert.Equal(1, found.GetProperty("searched").GetProperty("articles").GetInt32());
        var example = Assert.Single(found.GetProperty("examples").EnumerateArray());
        Assert.Equal("What did Odile Frahm say about Kestrin?", example.GetProperty("question").GetString());
        Assert.Equal("Gate broke at Kestrin", example.GetProperty("title").GetString());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
