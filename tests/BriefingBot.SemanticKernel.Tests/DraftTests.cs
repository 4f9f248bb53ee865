using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.OpenAI.Tests;
using BriefingBot.Tests;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.SemanticKernel.Tests;

/// <summary>Answers through a kernel are those of any other port.</summary>
public sealed class DraftTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(1_000, 100_000)]
    public async Task A_good_draft_is_shown_however_it_is_cut(int eventChars, int writeBytes)
    {
        await using var server = await ModelServer.StartAsync(Script.Says(Script.Draft((SampleAnswers.Good, 1)), eventChars, writeBytes));

        var answer = await sample.AskThroughAsync(server);

        Assert.Equal("openai:m", answer.Model);
        Assert.Contains($"{SampleAnswers.Good} [1]", answer.Text, StringComparison.Ordinal);
        Assert.Equal((900, 80), (answer.Usage!.PromptTokens, answer.Usage.AnswerTokens));
    }

    [Fact]
    public async Task The_prompt_is_that_of_the_other_port_but_for_a_line_on_the_functions()
    {
        await using var server = await ModelServer.StartAsync(SampleAnswers.Answers);

        await sample.AskAsync(server);
        await sample.AskThroughAsync(server);

        var (other, own) = (server.Requests.First(), server.Requests.Last());
        Assert.StartsWith(other.System, own.System, StringComparison.Ordinal);
        Assert.Single(own.System[other.System.Length..].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(User(other), User(own));
        Assert.Equal(other.Body.GetProperty("response_format").GetRawText(), own.Body.GetProperty("response_format").GetRawText());
        Assert.Equal(600, own.Body.GetProperty("max_tokens").GetInt32());
        Assert.Equal("/v1/chat/completions", own.Path);
        Assert.Equal(["corpus-search", "corpus-read_article", "corpus-who_said_what", "corpus-status_of_claim"], own.Body.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task A_server_that_takes_no_functions_is_asked_without_and_not_offered_them_again()
    {
        await using var server = await ModelServer.StartAsync(Calls.TakesNone(SampleAnswers.Answers));
        var answerer = sample.Through(server);

        var first = await answerer.AskAsync(SampleAnswers.Question, cancellation: TestContext.Current.CancellationToken);
        await answerer.AskAsync(SampleAnswers.Question, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("openai:m", first.Model);
        Assert.Equal([true, false, false], server.Requests.Select(request => request.Body.TryGetProperty("tools", out _)));
        Assert.All(server.Requests, request => Assert.True(request.HasSchema));
    }

    [Theory]
    [InlineData("503", "failed (503)")]
    [InlineData("401", "refused the key (401)")]
    [InlineData("no protocol", "was empty")]
    [InlineData("refusal", "declined")]
    [InlineData("silent", "fell silent")]
    [InlineData("closed", "closed the connection")]
    public async Task A_failure_ends_in_the_articles_own_words_and_one_line(string failure, string line)
    {
        await using var server = await ModelServer.StartAsync(Of(failure));

        var answer = await sample.AskThroughAsync(server, KernelAnswers.Patient with { MaxRetries = 0, MaxSilenceSeconds = failure == "silent" ? 0.4 : 10 });

        Assert.Equal(ExtractiveWriter.Model, answer.Model);
        Assert.Contains(line, answer.Note, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', answer.Note!);
    }

    [Fact]
    public async Task No_log_and_no_answer_shows_the_key()
    {
        var log = new CollectingLogger();
        foreach (var status in new[] { 400, 401, 404, 429, 500 })
        {
            await using var server = await ModelServer.StartAsync(Calls.Search("Kestrin"), Script.Fails(status));

            var answer = await sample.AskThroughAsync(server, KernelAnswers.Patient with { MaxRetries = 0 }, log);

            Assert.Contains(server.Requests, request => request.Headers["Authorization"].Contains(SampleAnswers.Key, StringComparison.Ordinal));
            Assert.DoesNotContain("secret", answer.ToString(), StringComparison.Ordinal);
        }

        Assert.NotEmpty(log.Lines);
        Assert.All(log.Lines, line => Assert.DoesNotContain("secret", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Azure_is_asked_at_its_v1_address_with_its_own_header()
    {
        await using var server = await ModelServer.StartAsync(SampleAnswers.Answers);
        var options = KernelAnswers.Options(server) with { Provider = "azure", Endpoint = server.Url[..^"/v1".Length] };

        var answer = await sample.Answerer(SemanticKernelModel.CreateWriter(options)).AskAsync(SampleAnswers.Question, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("azure:m", answer.Model);
        Assert.True(server.Requests.TryPeek(out var request));
        Assert.Equal("/openai/v1/chat/completions", request.Path);
        Assert.Equal(SampleAnswers.Key, request.Headers["api-key"]);
    }

    private static string User(Received request) => request.Body.GetProperty("messages")[1].GetProperty("content").ToString();

    private static Func<HttpContext, Task> Of(string failure) => failure switch
    {
        "no protocol" => context => context.Response.WriteAsync("<html>It works!</html>"),
        "refusal" => Script.Refuses("I cannot help with that."),
        "silent" => Script.FallsSilent("""{"sentences":["""),
        "closed" => Script.Breaks("""{"sentences":[{"te"""),
        _ => Script.Fails(int.Parse(failure)),
    };
}
