using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.OpenAI.Tests;

/// <summary>Whatever a model's server does, a question is answered.</summary>
public sealed class FailureTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    [Theory]
    [InlineData("5xx")]
    [InlineData("429")]
    [InlineData("broken JSON")]
    [InlineData("empty")]
    [InlineData("closed in the middle")]
    [InlineData("silent")]
    [InlineData("stopped in the middle")]
    [InlineData("no protocol")]
    public async Task What_may_pass_is_tried_again(string failure)
    {
        await using var server = await ModelServer.StartAsync(Of(failure), SampleAnswers.Answers);

        var answer = await sample.AskAsync(server);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal("openai:m", answer.Model);
        Assert.Contains(SampleAnswers.Good, answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, answer.Usage!.Requests);
        Assert.Null(answer.Note);
    }

    [Theory]
    [InlineData("5xx", "failed (503)")]
    [InlineData("429", "429")]
    [InlineData("broken JSON", "did not write")]
    [InlineData("empty", "was empty")]
    [InlineData("closed in the middle", "closed the connection")]
    [InlineData("silent", "fell silent")]
    [InlineData("endless", "without end")]
    public async Task What_does_not_pass_ends_in_the_articles_own_words_and_one_line(string failure, string line)
    {
        await using var server = await ModelServer.StartAsync(Of(failure));

        var answer = await sample.AskAsync(server);

        Assert.Equal(3, server.Requests.Count);
        AssertExtractive(answer, line);
    }

    [Theory]
    [InlineData("refusal", "declined")]
    [InlineData("401", "refused the key (401)")]
    [InlineData("404", "no such model")]
    public async Task What_will_not_change_is_not_tried_again(string failure, string line)
    {
        await using var server = await ModelServer.StartAsync(Of(failure));

        var answer = await sample.AskAsync(server);

        Assert.Single(server.Requests);
        AssertExtractive(answer, line);
    }

    [Fact]
    public async Task A_wait_longer_than_the_budget_is_not_waited()
    {
        await using var server = await ModelServer.StartAsync(Script.Fails(429, "3600"));

        var answer = await sample.AskAsync(server);

        Assert.Single(server.Requests);
        AssertExtractive(answer, "429");
    }

    [Fact]
    public async Task The_budget_of_an_answer_ends_everything()
    {
        await using var server = await ModelServer.StartAsync(Script.FallsSilent(""));

        var answer = await sample.AskAsync(server, new DraftOptions { MaxSeconds = 1, MaxSilenceSeconds = 60 });

        AssertExtractive(answer, "took too long");
    }

    [Fact]
    public async Task What_held_before_the_server_broke_stays()
    {
        var draft = Script.Draft((SampleAnswers.Good, 1), ("Four people died.", 1));
        await using var server = await ModelServer.StartAsync(Script.Stops(draft[..^30]));

        var answer = await sample.AskAsync(server, SampleAnswers.Quick with { MaxRetries = 0 });

        Assert.Contains(SampleAnswers.Good, answer.Text, StringComparison.Ordinal);
        Assert.Equal("openai:m", answer.Model);
        Assert.Contains("the rest is left out", answer.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_written_twice_because_the_server_broke_is_shown_once()
    {
        var draft = Script.Draft((SampleAnswers.Good, 1), ("The youngest of the dead was nineteen.", 1));
        await using var server = await ModelServer.StartAsync(Script.Stops(draft[..^30]), Script.Says(draft));

        var answer = await sample.AskAsync(server);

        Assert.Equal(2, answer.Text.Split(SampleAnswers.Good).Length);
    }

    [Fact]
    public async Task No_failure_shows_the_key()
    {
        foreach (var status in new[] { 400, 401, 403, 404, 429, 500 })
        {
            await using var server = await ModelServer.StartAsync(Script.Fails(status));

            var answer = await sample.AskAsync(server, SampleAnswers.Quick with { MaxRetries = 0 });

            Assert.Contains(server.Requests, request => request.Headers["Authorization"].Contains(SampleAnswers.Key, StringComparison.Ordinal));
            Assert.DoesNotContain("secret", answer.ToString(), StringComparison.Ordinal);
        }
    }

    private static void AssertExtractive(Answer answer, string line)
    {
        Assert.Equal(ExtractiveWriter.Model, answer.Model);
        Assert.Contains("“Seven people died when a gate of Lock Three burst", answer.Text, StringComparison.Ordinal);
        Assert.Contains(line, answer.Note, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', answer.Note!);
    }

    private static Func<HttpContext, Task> Of(string failure) => failure switch
    {
        "5xx" => Script.Fails(503),
        "429" => Script.Fails(429, "0"),
        "broken JSON" => Script.Says("""{"sentences":[{"text":"Seven" people died"}]}"""),
        "empty" => Script.Says(""),
        "closed in the middle" => Script.Breaks("""{"sentences":[{"te"""),
        "stopped in the middle" => Script.Stops("""{"sentences":[{"te"""),
        "silent" => Script.FallsSilent("""{"sentences":["""),
        "endless" => Script.NeverEnds("""{"sentences":[]  """),
        "no protocol" => context => context.Response.WriteAsync("<html>It works!</html>"),
        "refusal" => Script.Refuses("I cannot help with that."),
        _ => Script.Fails(int.Parse(failure)),
    };
}
