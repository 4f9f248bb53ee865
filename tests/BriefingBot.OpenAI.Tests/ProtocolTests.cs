using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;

namespace BriefingBot.OpenAI.Tests;

/// <summary>What goes to a server, and what comes back.</summary>
public sealed class ProtocolTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(1_000, 100_000)]
    public async Task An_answer_is_read_however_it_is_cut(int eventChars, int writeBytes)
    {
        var draft = Script.Draft((SampleAnswers.Good, 1), ("“I can confirm seven deaths, and I have spoken to all seven families,” Dr Lukas Amberg said.", 1));
        await using var server = await ModelServer.StartAsync(Script.Says(draft, eventChars, writeBytes));

        var answer = await sample.AskAsync(server);

        Assert.Contains($"{SampleAnswers.Good} [1]", answer.Text, StringComparison.Ordinal);
        Assert.Contains("“I can confirm seven deaths, and I have spoken to all seven families”, Dr Lukas Amberg said.", answer.Text, StringComparison.Ordinal);
        Assert.Equal((900, 80), (answer.Usage!.PromptTokens, answer.Usage.AnswerTokens));
    }

    [Fact]
    public async Task The_request_has_the_schema_and_stays_within_the_budget_of_tokens()
    {
        await using var server = await ModelServer.StartAsync(SampleAnswers.Answers);

        await sample.AskAsync(server);

        Assert.True(server.Requests.TryPeek(out var request));
        var format = request.Body.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal(600, request.Body.GetProperty("max_tokens").GetInt32());
        Assert.True(request.Body.GetProperty("stream").GetBoolean());
        var prompt = string.Concat(request.Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ToString()));
        Assert.InRange(TokenEstimate.Of(prompt), 500, DraftOptions.Default.MaxPromptTokens);
    }

    [Fact]
    public async Task A_server_that_takes_no_schema_gets_it_in_the_prompt_and_is_not_offered_it_again()
    {
        await using var server = await ModelServer.StartAsync(Script.TakesNoSchema(Script.Draft((SampleAnswers.Good, 1))));
        var answerer = sample.Answerer(server);

        var first = await answerer.AskAsync(SampleAnswers.Question, cancellation: TestContext.Current.CancellationToken);
        await answerer.AskAsync(SampleAnswers.Question, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("openai:m", first.Model);
        Assert.Equal([true, false, false], server.Requests.Select(request => request.HasSchema));
        Assert.Contains("one JSON object", server.Requests.Last().System, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_sentence_reaches_the_reader_before_the_model_has_ended()
    {
        var draft = Script.Draft((SampleAnswers.Good, 1), ("Nobody is missing any longer.", 1));
        await using var server = await ModelServer.StartAsync(Script.FallsSilent(draft[..^20]));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        SentenceWritten? first = null;

        await foreach (var written in sample.Answerer(server, SampleAnswers.Quick with { MaxSilenceSeconds = 60 }).StreamAsync(SampleAnswers.Question, cancellation: stop.Token))
        {
            first ??= written as SentenceWritten;
            if (first is not null)
            {
                break;
            }
        }

        Assert.Contains(SampleAnswers.Good, first!.Text, StringComparison.Ordinal);
        await server.Aborted;
    }

    [Fact]
    public async Task Cancelling_an_answer_stops_the_call()
    {
        await using var server = await ModelServer.StartAsync(Script.FallsSilent("""{"sentences":["""));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var asking = sample.Answerer(server, SampleAnswers.Quick with { MaxSilenceSeconds = 60 }).AskAsync(SampleAnswers.Question, cancellation: stop.Token);

        while (server.Requests.IsEmpty)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await server.Aborted;
    }

    [Theory]
    [InlineData("openai", "key", null, "Authorization", "Bearer key")]
    [InlineData("ollama", null, null, "Authorization", "Bearer none")]
    [InlineData("azure", "key", null, "api-key", "key")]
    [InlineData("azure", null, "token", "Authorization", "Bearer token")]
    public async Task A_key_goes_where_its_provider_looks_for_it(string provider, string? key, string? token, string header, string value)
    {
        await using var server = await ModelServer.StartAsync(SampleAnswers.Answers);
        using var client = OpenAIModel.CreateClient(new ModelOptions { Provider = provider, Endpoint = server.Url, Name = "m", ApiKey = key, Token = token });

        await client.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Hello")], null, TestContext.Current.CancellationToken);

        Assert.True(server.Requests.TryPeek(out var request));
        Assert.Equal(value, request.Headers[header]);
    }

    [Theory]
    [InlineData("azure", "https://news.openai.azure.com", "https://news.openai.azure.com/openai/v1/")]
    [InlineData("azure", "https://news.openai.azure.com/openai/v1", "https://news.openai.azure.com/openai/v1")]
    [InlineData("ollama", null, "http://127.0.0.1:11434/v1")]
    [InlineData("openai", "http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1")]
    public void Each_provider_has_its_address(string provider, string? endpoint, string expected) =>
        Assert.Equal(expected, OpenAIModel.Endpoint(new ModelOptions { Provider = provider, Endpoint = endpoint }, ModelProviders.Find(provider)!).ToString());
}
