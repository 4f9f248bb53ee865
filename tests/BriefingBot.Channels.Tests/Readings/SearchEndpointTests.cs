using System.Net;

namespace BriefingBot.Channels.Tests.Readings;

public sealed class SearchEndpointTests
{
    [Fact]
    public async Task Articles_are_found_best_first_each_once_with_the_passage_that_fits()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var found = await server.GetAsync("/api/search?q=Who%20asked%20Tidewater%20for%20a%20loan%3F");

        var hits = found.GetProperty("hits");
        Assert.Equal("bank/loan.md", hits.Texts("articleId")[0]);
        Assert.Equal(hits.Texts("articleId").Distinct(), hits.Texts("articleId"));
        Assert.Contains(hits[0].GetProperty("text").GetString()!, Rest.Articles[2].Text, StringComparison.Ordinal);
        Assert.Equal("Harbour Wire", hits[0].GetProperty("outlet").GetString());
        Assert.Equal("2025-03-11", hits[0].GetProperty("published").GetString());
    }

    [Fact]
    public async Task Top_says_how_many()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.Equal(2, (await server.GetAsync("/api/search?q=gate%20at%20Kestrin")).GetProperty("hits").GetArrayLength());
        Assert.Equal(1, (await server.GetAsync("/api/search?q=gate%20at%20Kestrin&top=1")).GetProperty("hits").GetArrayLength());
    }

    [Theory]
    [InlineData("outlet=harbour%20wire", "bank/loan.md")]
    [InlineData("collection=bank&from=2025-03-01", "bank/loan.md")]
    [InlineData("from=2025-03-12", "river/gate.md")]
    [InlineData("to=2025-03-10", "river/lock closed.md")]
    [InlineData("outlet=Harbour%20Wire&outlet=", "bank/loan.md")]
    public async Task Only_what_the_filter_leaves_is_searched(string filter, string only)
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var found = await server.GetAsync($"/api/search?q=Kestrin%20gate%20Tidewater%20loan&{filter}");

        Assert.Equal([only], found.GetProperty("hits").Texts("articleId"));
        Assert.Equal(1, found.GetProperty("searched").GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task As_of_a_day_later_articles_are_not_found()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var found = await server.GetAsync("/api/search?q=gate%20at%20Kestrin&asOf=2025-03-10");

        Assert.Equal(["river/lock closed.md"], found.GetProperty("hits").Texts("articleId"));
    }

    [Theory]
    [InlineData("", "q: it is missing")]
    [InlineData("?q=%20", "q: it is missing")]
    [InlineData("?q=!!", "q: it holds no word")]
    [InlineData("?q=gate&top=0", "top: 0 is not from 1 to 60")]
    [InlineData("?q=gate&top=61", "top: 61 is not from 1 to 60")]
    [InlineData("?q=gate&top=many", "top: is no whole number")]
    [InlineData("?q=gate&from=monday", "from: is no day; write it as 2024-07-31")]
    [InlineData("?q=gate&from=2025-01-02&to=2025-01-01", "from: 2025-01-02 is after to, 2025-01-01")]
    public async Task What_cannot_be_searched_is_a_problem_that_says_what_to_do(string query, string line)
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        Assert.StartsWith(line, await server.ProblemAsync(HttpStatusCode.BadRequest, $"/api/search{query}"), StringComparison.Ordinal);
    }
}
