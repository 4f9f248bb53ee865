using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace BriefingBot.Channels.Tests;

public sealed class AskEndpointTests
{
    private static readonly (string, string)[] Articles =
    [
        ("lock.txt", "Lock at Kestrin closed\n\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said.\n\n“The gate will be replaced in spring,” said Odile Frahm, who heads the authority."),
    ];

    [Fact]
    public async Task An_answer_quotes_the_articles_word_for_word()
    {
        await using var server = await RunningServer.StartAsync(Articles);

        using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question = "Who said the gate will be replaced?" }, Cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal("answered", answer.GetProperty("reply").GetString());
        var citation = answer.GetProperty("citations")[0];
        Assert.Equal("lock.txt", citation.GetProperty("articleId").GetString());
        Assert.Contains(citation.GetProperty("quote").GetString()!, Articles[0].Item2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_streamed_answer_ends_with_the_whole_of_it()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "Was the lock at Kestrin closed?" }) };
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await server.Client.SendAsync(request, Cancellation);
        var events = (await response.Content.ReadAsStringAsync(Cancellation)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(written => written.Split('\n')[0]);

        Assert.Equal(["event: status", "event: sentence", "event: citation", "event: done"], events.Distinct());
    }

    [Fact]
    public async Task A_question_without_a_word_is_a_problem_that_says_what_to_do()
    {
        await using var server = await RunningServer.StartAsync(Articles);

        using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question = " " }, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("ask something in words", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
