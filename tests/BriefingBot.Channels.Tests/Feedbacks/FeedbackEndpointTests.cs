using System.Net;
using System.Net.Http.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Feedbacks;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.Feedbacks;

public sealed class FeedbackEndpointTests
{
    [Fact]
    public async Task Feedback_is_kept_with_the_answer_it_is_on_and_what_was_asked_before()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        await server.PostAsync("/api/ask", new { question = "Who is Odile Frahm?", conversation = "c1" });
        var answer = await server.PostAsync("/api/ask", new { question = "What did she say about the gate?", conversation = "c1", asOf = "2025-03-11" });
        var id = answer.GetProperty("id").GetString();

        var receipt = await server.PostAsync("/api/feedback", new { conversation = "c1", answerId = id, rating = "down", comment = "Where is the article of 12 March?" });

        Assert.Equal(id, receipt.GetProperty("answerId").GetString());
        var kept = Assert.Single(await KeptAsync(server));
        Assert.Equal((FeedbackRating.Down, "Where is the article of 12 March?"), (kept.Rating, kept.Comment));
        Assert.Equal(["Who is Odile Frahm?"], kept.Before);
        Assert.Equal("What did she say about the gate?", kept.Turn.Asked);
        Assert.Equal(new DateOnly(2025, 3, 11), kept.Turn.AsOf);
        Assert.Equal(answer.GetProperty("text").GetString(), kept.Turn.Answer.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Feedback_on_an_answer_that_was_not_given_is_a_404()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var answer = await server.PostAsync("/api/ask", new { question = "Who is Odile Frahm?", conversation = "c1" });
        var id = answer.GetProperty("id").GetString();

        foreach (var body in new object[] { new { conversation = "c1", answerId = "other", rating = "up" }, new { conversation = "c2", answerId = id, rating = "up" } })
            Assert.StartsWith("answerId: this conversation has no such answer", await server.ProblemAsync(HttpStatusCode.NotFound, HttpMethod.Post, "/api/feedback", JsonContent.Create(body)), StringComparison.Ordinal);
        Assert.Empty(await KeptAsync(server));
    }

    [Fact]
    public async Task Feedback_of_somebody_else_on_an_answer_is_not_taken()
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);
        var answer = await server.PostAsync("/api/ask", new { question = "Who is Odile Frahm?", conversation = "c1" });
        var log = server.Services.GetRequiredService<FeedbackLog>();

        Assert.False(await log.TryAddAsync(new Caller("api", "key:other"), "c1", answer.GetProperty("id").GetString()!, FeedbackRating.Up, null, TestContext.Current.CancellationToken));
        Assert.True(await log.TryAddAsync(new Caller("api"), "c1", answer.GetProperty("id").GetString()!, FeedbackRating.Up, null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{}", "conversation: it is missing")]
    [InlineData("{\"conversation\":\"c\"}", "answerId: it is missing")]
    [InlineData("{\"conversation\":\"c\",\"answerId\":\"a\"}", "rating: it is missing; send \"up\" or \"down\"")]
    [InlineData("{\"conversation\":\"c\",\"answerId\":\"a\",\"rating\":\"great\"}", "rating: is no rating; write \"up\" or \"down\"")]
    [InlineData("{\"conversation\":\"c\",\"answerId\":\"a\",\"rating\":7}", "rating: ")]
    public async Task Feedback_that_says_nothing_is_a_problem_that_says_what_is_missing(string body, string line)
    {
        await using var server = await RunningServer.StartAsync(Rest.Articles);

        var given = await server.ProblemAsync(HttpStatusCode.BadRequest, HttpMethod.Post, "/api/feedback", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.StartsWith(line, given, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_that_cannot_be_kept_is_not_acknowledged()
    {
        var journal = new FullJournal();
        await using var server = await RunningServer.StartAsync(Rest.Articles, builder => builder.Services.AddSingleton<IJournal>(journal));
        var answer = await server.PostAsync("/api/ask", new { question = "Who is Odile Frahm?", conversation = "c1" });
        journal.IsFull = true;

        var body = JsonContent.Create(new { conversation = "c1", answerId = answer.GetProperty("id").GetString(), rating = "up" });

        Assert.StartsWith("try again", await server.ProblemAsync(HttpStatusCode.ServiceUnavailable, HttpMethod.Post, "/api/feedback", body), StringComparison.Ordinal);
    }

    private static async Task<List<KeptFeedback>> KeptAsync(RunningServer server)
    {
        List<KeptFeedback> kept = [];
        await foreach (var entry in server.Services.GetRequiredService<IJournal>().ReadAllAsync(FeedbackLog.Prefix, TestContext.Current.CancellationToken))
            kept.Add(KeptFeedback.Read(entry));
        return kept;
    }
}
