using System.ClientModel;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Keys;
using BriefingBot.Core.Tests.Answers;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;
using OpenAI.Chat;

namespace BriefingBot.Channels.Tests.Completions;

/// <summary>The official OpenAI library as a client.</summary>
public sealed class OpenAIClientTests
{
    private const string Quote = "“The gate will be replaced in spring,” said Odile Frahm, who heads the authority.";

    private static readonly (string, string)[] Articles =
    [
        ("river/lock one.txt", $"Lock at Kestrin closed\n\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said.\n\n{Quote}"),
        ("river/ferry.txt", "Ferry back\n\n“The ferry at Velm sails again,” said Ruben Halt, who heads the ferry company."),
    ];

    [Fact]
    public async Task An_answer_begins_with_the_status_and_links_each_quote_to_its_article()
    {
        await using var server = await RunningServer.StartAsync(Articles);

        var completion = (await ChatOf(server).CompleteChatAsync([new UserChatMessage("Who said the gate will be replaced?")], cancellationToken: Cancellation)).Value;
        var text = completion.Content[0].Text;

        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        Assert.StartsWith("**REPORTED**: ", text, StringComparison.Ordinal);
        Assert.Contains(Quote, text, StringComparison.Ordinal);
        Assert.Contains($"[\\[1\\]]({server.Client.BaseAddress}articles/river/lock%20one.txt#q=", text, StringComparison.Ordinal);
        Assert.Contains("1. Odile Frahm", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_says_the_same_and_ends_with_what_it_took()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        var chat = ChatOf(server);
        List<ChatMessage> messages = [new SystemChatMessage("You are a pirate."), new UserChatMessage("Was the lock at Kestrin closed?")];

        List<StreamingChatCompletionUpdate> updates = [];
        await foreach (var update in chat.CompleteChatStreamingAsync(messages, cancellationToken: Cancellation))
            updates.Add(update);
        var whole = (await chat.CompleteChatAsync(messages, cancellationToken: Cancellation)).Value.Content[0].Text;

        Assert.Equal(whole, string.Concat(updates.SelectMany(update => update.ContentUpdate).Select(part => part.Text)));
        Assert.Equal(ChatMessageRole.Assistant, updates[0].Role);
        Assert.Equal(ChatFinishReason.Stop, Assert.Single(updates, update => update.FinishReason is not null).FinishReason);
        Assert.NotNull(updates[^1].Usage);
    }

    [Fact]
    public async Task A_follow_up_is_understood_from_the_messages_before_it()
    {
        await using var server = await RunningServer.StartAsync(Articles);

        var completion = (await ChatOf(server).CompleteChatAsync(
            [
                new UserChatMessage("What did Ruben Halt say?"),
                new AssistantChatMessage("Whatever a client has kept of the answer."),
                new UserChatMessage("And Odile Frahm?"),
            ],
            cancellationToken: Cancellation)).Value;

        Assert.Contains("Understood as: *What did Odile Frahm say?*", completion.Content[0].Text, StringComparison.Ordinal);
        Assert.Contains(Quote, completion.Content[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_corpus_does_not_say_is_said_so()
    {
        await using var server = await RunningServer.StartAsync(Articles);

        var completion = (await ChatOf(server).CompleteChatAsync([new UserChatMessage("Who won the chess championship of Iceland?")], cancellationToken: Cancellation)).Value;

        Assert.StartsWith("**NOT IN THE CORPUS**: ", completion.Content[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_stands_as_json_beside_the_choices()
    {
        await using var server = await RunningServer.StartAsync(Articles);

        var result = await ChatOf(server).CompleteChatAsync([new UserChatMessage("Who said the gate will be replaced?")], cancellationToken: Cancellation);
        using var body = JsonDocument.Parse(result.GetRawResponse().Content);

        Assert.Equal("river/lock one.txt", body.RootElement.GetProperty("briefing").GetProperty("citations")[0].GetProperty("articleId").GetString());
    }

    [Fact]
    public async Task The_checking_model_tells_the_status_of_claims()
    {
        await using var server = await RunningServer.StartAsync(Articles);

        var checkedClaim = (await ChatOf(server, "briefingbot-check").CompleteChatAsync([new UserChatMessage("The lock at Kestrin was closed")], cancellationToken: Cancellation)).Value;
        var question = await Assert.ThrowsAsync<ClientResultException>(() => ChatOf(server, "briefingbot-check").CompleteChatAsync([new UserChatMessage("Was it closed?")], cancellationToken: Cancellation));

        Assert.StartsWith("**REPORTED**: ", checkedClaim.Content[0].Text, StringComparison.Ordinal);
        Assert.Contains("that is a question, not a claim", question.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_are_listed_and_found()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        var models = ClientOf(server).GetOpenAIModelClient();

        Assert.Equal(["briefingbot", "briefingbot-check"], (await models.GetModelsAsync(Cancellation)).Value.Select(model => model.Id));
        Assert.Equal("briefingbot", (await models.GetModelAsync("briefingbot", Cancellation)).Value.Id);
        Assert.Equal(404, (await Assert.ThrowsAsync<ClientResultException>(() => models.GetModelAsync("gpt", Cancellation))).Status);
    }

    [Fact]
    public async Task An_image_is_refused_in_one_line_and_forgotten_afterwards()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        var chat = ChatOf(server);
        var image = new UserChatMessage(ChatMessageContentPart.CreateTextPart("What is this?"), ChatMessageContentPart.CreateImagePart(new Uri("https://a.example/b.png")));

        var refused = await Assert.ThrowsAsync<ClientResultException>(() => chat.CompleteChatAsync([image], cancellationToken: Cancellation));
        var later = (await chat.CompleteChatAsync([image, new AssistantChatMessage("no"), new UserChatMessage("Was the lock at Kestrin closed?")], cancellationToken: Cancellation)).Value;

        Assert.Equal(400, refused.Status);
        Assert.Contains("messages[0].content[1]: only text is read here", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("**REPORTED**", later.Content[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_language_models_are_tolerated_and_promises_that_are_not_kept_are_refused()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        var chat = ChatOf(server);
        ChatMessage[] messages = [new UserChatMessage("Was the lock at Kestrin closed?")];
        var tool = ChatTool.CreateFunctionTool("weather");

        var answered = await chat.CompleteChatAsync(messages, new ChatCompletionOptions { Temperature = 0.2f, MaxOutputTokenCount = 10, Tools = { tool } }, Cancellation);
        var json = await Assert.ThrowsAsync<ClientResultException>(() => chat.CompleteChatAsync(messages, new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }, Cancellation));
        var called = await Assert.ThrowsAsync<ClientResultException>(() => chat.CompleteChatAsync(messages, new ChatCompletionOptions { Tools = { tool }, ToolChoice = ChatToolChoice.CreateRequiredChoice() }, Cancellation));

        Assert.StartsWith("**REPORTED**", answered.Value.Content[0].Text, StringComparison.Ordinal);
        Assert.Contains("response_format: answers are text", json.Message, StringComparison.Ordinal);
        Assert.Contains("tool_choice: no tool is ever called here", called.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_read_is_in_no_completion()
    {
        await using var server = await RunningServer.StartAsync(Articles, builder =>
        {
            builder.Configuration["Access:Rules:0:Who"] = "door:api";
            builder.Configuration["Access:Rules:0:Read:0"] = "river";
        });

        var refused = await Assert.ThrowsAsync<ClientResultException>(() => ChatOf(server).CompleteChatAsync([new UserChatMessage("Was the lock at Kestrin closed?")], cancellationToken: Cancellation));

        Assert.Equal(403, refused.Status);
        Assert.Contains("permission_error", refused.Message, StringComparison.Ordinal);
        Assert.Contains("You may not read any article here", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_writes_has_its_quotes_below_and_what_it_took_at_the_end()
    {
        var model = new ScriptedModel(ScriptedModel.Draft(("The river authority said the lock at Kestrin was closed on Monday.", [1])));
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Services.AddSingleton(new ModelWriter(model, "test")));

        List<StreamingChatCompletionUpdate> updates = [];
        await foreach (var update in ChatOf(server).CompleteChatStreamingAsync([new UserChatMessage("Was the lock at Kestrin closed?")], cancellationToken: Cancellation))
            updates.Add(update);
        var text = string.Concat(updates.SelectMany(update => update.ContentUpdate).Select(part => part.Text));

        Assert.Contains("1. “The lock at Kestrin was closed on Monday after a gate broke, the river authority said.”", text, StringComparison.Ordinal);
        Assert.Equal((1_000, 100), (updates[^1].Usage.InputTokenCount, updates[^1].Usage.OutputTokenCount));
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_the_model()
    {
        var model = new WaitingModel();
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Services.AddSingleton(model.Writer));
        using var gone = new CancellationTokenSource();

        var call = ChatOf(server).CompleteChatAsync([new UserChatMessage("Was the lock at Kestrin closed?")], cancellationToken: gone.Token);
        await model.Asked.WaitAsync(Cancellation);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await model.Cancelled.WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
    }

    [Fact]
    public async Task A_key_is_taken_as_openai_takes_it_and_a_wrong_one_is_told_in_its_shape()
    {
        await using var server = await RunningServer.StartAsync(Articles);
        var key = await server.Services.GetRequiredService<KeyRing>().AddAsync("desk", Cancellation);
        ChatMessage[] messages = [new UserChatMessage("Was the lock at Kestrin closed?")];

        var answered = await ChatOf(server, key: key).CompleteChatAsync(messages, cancellationToken: Cancellation);
        var refused = await Assert.ThrowsAsync<ClientResultException>(() => ChatOf(server, key: "none").CompleteChatAsync(messages, cancellationToken: Cancellation));
        using var error = JsonDocument.Parse(refused.GetRawResponse()!.Content);

        Assert.StartsWith("**REPORTED**", answered.Value.Content[0].Text, StringComparison.Ordinal);
        Assert.Equal(401, refused.Status);
        Assert.Equal("authentication_error", error.RootElement.GetProperty("error").GetProperty("type").GetString());
        Assert.Contains("this key is not known here", error.RootElement.GetProperty("error").GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    private static OpenAIClient ClientOf(RunningServer server, string key = "none") =>
        new(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(server.Client.BaseAddress!, "v1") });

    private static ChatClient ChatOf(RunningServer server, string model = "briefingbot", string key = "none") => ClientOf(server, key).GetChatClient(model);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
