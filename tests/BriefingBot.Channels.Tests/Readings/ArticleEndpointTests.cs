using System.Net;
using System.Text.Json;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Tests.Readings;

public sealed class ArticleEndpointTests
{
    private static readonly string[] OddIds = ["50% off/quotes", "a%2Fb", "../secret"];
    private static readonly string[] Marked = ["speaker", "cue", "content"];

    [Fact]
    public async Task Articles_are_listed_newest_first_undated_last()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var list = await server.GetAsync("/api/articles");

        Assert.Equal(4, list.GetProperty("total").GetInt32());
        Assert.Equal(["river/gate.md", "bank/loan.md", "river/lock closed.md", "bank/undated.txt"], list.GetProperty("articles").Texts("id"));
        Assert.Equal(JsonValueKind.Null, list.GetProperty("articles")[3].GetProperty("published").ValueKind);
        Assert.Equal("https://river.example/gate", list.GetProperty("articles")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_list_comes_in_parts()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var part = await server.GetAsync("/api/articles?skip=1&top=2");

        Assert.Equal(4, part.GetProperty("total").GetInt32());
        Assert.Equal(1, part.GetProperty("skip").GetInt32());
        Assert.Equal(["bank/loan.md", "river/lock closed.md"], part.GetProperty("articles").Texts("id"));
    }

    [Theory]
    [InlineData("outlet=River%20Post", 2)]
    [InlineData("outlet=River%20Post&outlet=Harbour%20Wire", 3)]
    [InlineData("collection=bank", 2)]
    [InlineData("language=en", 3)]
    [InlineData("from=2025-03-11", 2)]
    [InlineData("from=2025-03-11&to=2025-03-11", 1)]
    [InlineData("outlet=Nobody", 0)]
    public async Task Filters_leave_what_they_name(string filter, int total)
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.Equal(total, (await server.GetAsync($"/api/articles?{filter}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Outlets_to_choose_from_are_those_that_the_other_filters_leave()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var all = (await server.GetAsync("/api/articles?outlet=River%20Post")).GetProperty("facets").GetProperty("outlets");
        var bank = (await server.GetAsync("/api/articles?outlet=River%20Post&collection=bank")).GetProperty("facets").GetProperty("outlets");

        Assert.Equal(["River Post", "Harbour Wire"], all.Texts("name"));
        Assert.Equal(2, all[0].GetProperty("articles").GetInt32());
        Assert.Equal(["Harbour Wire"], bank.Texts("name"));
    }

    [Fact]
    public async Task What_is_looked_for_comes_best_first_with_the_passage_that_fits()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var list = await server.GetAsync("/api/articles?q=gate%20replaced%20in%20spring");

        Assert.Equal("river/lock closed.md", list.GetProperty("articles").Texts("id")[0]);
        Assert.Contains("replaced in spring", list.GetProperty("articles")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("river/lock closed.md", "river%2Flock%20closed.md")]
    [InlineData("river/lock closed.md", "river/lock%20closed.md")]
    [InlineData("all.jsonl#2", "all.jsonl%232")]
    [InlineData("50% off/quotes", "50%25%20off%2Fquotes")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("../secret", "..%2Fsecret")]
    public async Task An_article_is_read_by_its_id_whatever_that_holds(string id, string encoded)
    {
        var lines = string.Join('\n', OddIds.Select(own => JsonSerializer.Serialize(new { id = own, text = $"This is {own}." })).Prepend("{\"text\":\"Two lines on.\"}").Prepend("{\"text\":\"One.\"}"));
        await using var server = await RunningServer.StartAsync([.. Rest.Articles, ("all.jsonl", lines)]);

        Assert.Equal(id, (await server.GetAsync($"/api/articles/{encoded}")).GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Array, (await server.GetAsync($"/api/articles/{encoded}/quotes")).ValueKind);
    }

    [Fact]
    public async Task Every_span_of_an_article_points_at_its_words()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var article = await server.GetAsync("/api/articles/river%2Flock%20closed.md");

        var text = article.GetProperty("text").GetString()!;
        var statements = article.GetProperty("statements").EnumerateArray().ToList();
        Assert.Equal(2, statements.Count);
        foreach (var marked in statements.SelectMany(statement => Marked.Select(statement.GetProperty)).Where(marked => marked.ValueKind == JsonValueKind.Object))
            Assert.Equal(text[marked.GetProperty("start").GetInt32()..marked.GetProperty("end").GetInt32()], marked.GetProperty("text").GetString());
        Assert.Equal("Odile Frahm", statements[1].GetProperty("name").GetString());
        Assert.Equal("River Post", article.GetProperty("outlet").GetString());
        Assert.Equal(64, article.GetProperty("contentHash").GetString()!.Length);
    }

    [Fact]
    public async Task What_is_only_possible_is_marked_so()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var statement = Assert.Single((await server.GetAsync("/api/articles/river%2Fgate.md")).GetProperty("statements").EnumerateArray());

        Assert.Equal("possible", statement.GetProperty("factuality").GetString());
    }

    [Fact]
    public async Task Parts_that_are_not_the_story_are_marked()
    {
        await using var server = await RunningServer.StartAsync([("a.txt", "Lock at Kestrin closed\n\nThe lock at Kestrin was closed.\n\nCorrection: An earlier version of this article said that the lock was in Amberg.\n")]);

        var parts = (await server.GetAsync("/api/articles/a.txt")).GetProperty("parts");

        Assert.Equal(["title", "correction"], parts.Texts("kind"));
        Assert.False(parts[1].GetProperty("evidence").GetBoolean());
    }

    [Fact]
    public async Task Quotes_are_the_same_json_as_the_command_writes()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var given = await server.Client.GetStringAsync(new Uri("/api/articles/river%2Flock%20closed.md/quotes", UriKind.Relative), TestContext.Current.CancellationToken);

        var file = Articles.Corpus.Read(new Articles.Corpus(Path.Combine(server.Corpus, "river/lock closed.md")).Files()[0]).OfType<Articles.ReadArticle>().Single();
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, Answers.AnswerJson.Compact))
            QuotedStatement.Write(json, QuotedStatement.Of(file.Article, new AttributionReader()));
        Assert.Equal(System.Text.Encoding.UTF8.GetString(written.ToArray()), given);
    }

    [Fact]
    public async Task Of_an_article_too_long_to_read_at_once_the_text_is_given_and_the_quotes_are_refused()
    {
        var text = string.Concat(Enumerable.Repeat("The lock at Kestrin was closed, Odile Frahm said.\n\n", 7_000));
        await using var server = await RunningServer.StartAsync([("long.txt", text)]);

        Assert.Equal(JsonValueKind.Null, (await server.GetAsync("/api/articles/long.txt")).GetProperty("statements").ValueKind);
        Assert.StartsWith("long.txt: has 3", await server.ProblemAsync(HttpStatusCode.BadRequest, "/api/articles/long.txt/quotes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.txt")]
    [InlineData("river")]
    [InlineData("river%2Flock%20closed.md/quotes/quotes")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%FF")]
    [InlineData("a/b/c/d")]
    public async Task An_article_that_is_not_there_is_a_404_that_says_where_to_look(string id)
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.StartsWith("id: there is no such article", await server.ProblemAsync(HttpStatusCode.NotFound, $"/api/articles/{id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skip=-1", "skip: -1 is below 0")]
    [InlineData("top=0", "top: 0 is not from 1 to 100")]
    [InlineData("skip=99999999999999", "skip: is no whole number")]
    public async Task A_part_that_cannot_be_is_a_problem(string query, string line)
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.StartsWith(line, await server.ProblemAsync(HttpStatusCode.BadRequest, $"/api/articles?{query}"), StringComparison.Ordinal);
    }
}
