using System.Runtime.CompilerServices;
using BriefingBot.Answers.Drafts;
using BriefingBot.Core.Tests.Answers;
using BriefingBot.Evaluation;
using Microsoft.Extensions.AI;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class RecordingTests
{
    private static readonly ChatOptions Options = new() { MaxOutputTokens = 100, Temperature = 0 };

    [Fact]
    public async Task What_was_recorded_is_replayed_word_for_word_with_its_tokens_and_its_end()
    {
        var recording = Empty();
        var first = await AskAsync(new RecordingChatClient(new ScriptedModel("Seven “died”."), recording), "How many?");
        using var file = new SuiteFile("r.jsonl", recording.Write());

        var again = await AskAsync(new ReplayingChatClient(Recording.Read(file.Path), file.Path), "How many?");

        Assert.Equal("Seven “died”.", again.Text);
        Assert.Equal((first.Text, first.FinishReason), (again.Text, again.FinishReason));
        Assert.Equal((1_000, 100), (again.Usage!.InputTokenCount, again.Usage.OutputTokenCount));
    }

    [Fact]
    public async Task A_call_that_was_not_recorded_is_refused_with_a_remedy()
    {
        var recording = Empty();
        await AskAsync(new RecordingChatClient(new ScriptedModel("yes"), recording), "one");

        var refused = await Assert.ThrowsAsync<SuiteException>(() => AskAsync(new ReplayingChatClient(recording, "r.jsonl"), "another"));

        Assert.StartsWith("r.jsonl: no call ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("record again with --record", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other", "q", 100)]
    [InlineData("m", "other", 100)]
    [InlineData("m", "q", 200)]
    public void Another_model_prompt_or_option_is_another_call(string model, string text, int tokens) =>
        Assert.NotEqual(RecordedCall.KeyOf("m", Messages("q"), Options), RecordedCall.KeyOf(model, Messages(text), new ChatOptions { MaxOutputTokens = tokens, Temperature = 0 }));

    [Fact]
    public async Task A_call_is_made_once_in_a_run_and_again_for_another_repetition()
    {
        var (recording, model) = (Empty(), new ScriptedModel("first", "second"));
        var client = new RecordingChatClient(model, recording);

        List<string> answers = [];
        foreach (var repetition in (int[])[0, 0, 1])
        {
            Repetition.Number = repetition;
            answers.Add((await AskAsync(client, "q")).Text);
        }

        Repetition.Number = 0;
        Assert.Equal(["first", "first", "second"], answers);
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_fails_is_not_recorded()
    {
        var recording = Empty();

        await Assert.ThrowsAsync<ModelException>(() => AskAsync(new RecordingChatClient(new BrokenModel(), recording), "q"));

        Assert.Single(recording.Write().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_same_calls_in_another_order_give_the_same_file()
    {
        var (one, other) = (Empty(), Empty());
        foreach (var text in (string[])["a", "b", "c"])
        {
            await AskAsync(new RecordingChatClient(new ScriptedModel(text), one), text);
        }

        foreach (var text in (string[])["c", "a", "b"])
        {
            await AskAsync(new RecordingChatClient(new ScriptedModel(text), other), text);
        }

        Assert.Equal(one.Write(), other.Write());
    }

    [Theory]
    [InlineData("", "r.jsonl line 1: no recording")]
    [InlineData("{\"model\": \"m\", \"draft\": {}}\nnonsense\n", "r.jsonl line 2: no recording")]
    public void A_file_that_is_no_recording_is_refused_with_its_line(string text, string message)
    {
        using var file = new SuiteFile("r.jsonl", text);

        Assert.Contains(message, Assert.Throws<SuiteException>(() => Recording.Read(file.Path)).Message, StringComparison.Ordinal);
    }

    private static Recording Empty() => new("test:m", DraftOptions.Default);

    private static Task<ChatResponse> AskAsync(IChatClient client, string text) => client.GetStreamingResponseAsync(Messages(text), Options, TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken);

    private static List<ChatMessage> Messages(string text) => [new(ChatRole.System, "Answer."), new(ChatRole.User, text)];

    /// <summary>Says half a sentence and fails.</summary>
    private sealed class BrokenModel : IChatClient
    {
        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield return new ChatResponseUpdate(ChatRole.Assistant, "half");
            throw new ModelException(ModelFailure.Unavailable, "gone");
        }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
