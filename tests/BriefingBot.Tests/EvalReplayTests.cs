using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Answers.Drafts;
using BriefingBot.Evaluation;

namespace BriefingBot.Tests;

public sealed class EvalReplayTests(SampleIndex sample) : IClassFixture<SampleIndex>, IDisposable
{
    private const string Suite = "corpus: CORPUS\ncases:\n  - {ask: 'How many people died at the Kestrin lock?', repeat: 2}\n  - {ask: 'Is Kestrin''s drinking water contaminated?'}\n";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_replayed_run_needs_no_model_and_is_the_same_to_the_byte()
    {
        var suite = _folder.File("suite.yaml", Suite.Replace("CORPUS", Cli.Corpus, StringComparison.Ordinal));
        var recording = await RecordAsync(SuiteReader.Read(suite));

        var (one, other) = (Replay(suite, recording, "one"), Replay(suite, recording, "other"));

        Assert.Equal(one, other);
        using var report = JsonDocument.Parse(one);
        Assert.Equal("test:copying", report.RootElement.GetProperty("configuration").GetProperty("model").GetString());
        var runs = report.RootElement.GetProperty("cases").EnumerateArray().SelectMany(result => result.GetProperty("turns")[0].GetProperty("runs").EnumerateArray()).ToList();
        Assert.Equal(3, runs.Count);
        Assert.All(runs, run =>
        {
            Assert.Equal(JsonValueKind.Null, run.GetProperty("error").ValueKind);
            Assert.Equal(JsonValueKind.Null, run.GetProperty("elapsedMs").ValueKind);
            Assert.True(run.GetProperty("inputTokens").GetInt64() >= 500);
        });
    }

    [Fact]
    public async Task A_question_that_was_not_recorded_is_an_error_of_its_case_and_fails_the_gate()
    {
        var suite = _folder.File("suite.yaml", Suite.Replace("CORPUS", Cli.Corpus, StringComparison.Ordinal));
        var recording = await RecordAsync(SuiteReader.Read(suite));
        var changed = _folder.File("changed.yaml", File.ReadAllText(suite) + "  - {ask: 'Will Regent Bank buy Tidewater?'}\n");

        var run = Cli.Run("eval", changed, "--replay", recording, "--data", Path.Combine(_folder.Path, "data"), "--threshold", "errorRate=0");

        Assert.Equal(1, run.Exit);
        Assert.Contains("record again with --record", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--record and --replay do not go together; leave one", "--record", "a", "--replay", "b")]
    [InlineData("--replay has the model of its recording; leave --model, and model= of --matrix, out", "--replay", "b", "--model", "none")]
    [InlineData("--record: no model is configured, so nothing is to be recorded; name one with --model PROVIDER:NAME", "--record", "a", "--model", "none")]
    [InlineData("--record does not go beside --matrix; record one configuration after another, each to its own file", "--record", "a", "--matrix", "index=sqlite")]
    [InlineData("missing.jsonl: cannot be read (", "--replay", "missing.jsonl")]
    public void Options_that_contradict_each_other_are_refused(string message, params string[] options)
    {
        var suite = _folder.File("suite.yaml", Suite.Replace("CORPUS", Cli.Corpus, StringComparison.Ordinal));

        var run = Cli.RunIn(_folder.Path, null, ["eval", suite, .. options]);

        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"briefingbot: {message}", run.OneLine, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> RecordAsync(Suite suite)
    {
        var recording = new Recording("test:copying", DraftOptions.Default);
        using var client = new RecordingChatClient(new CopyingModel(), recording);
        var answerer = new CorpusAnswerer(sample.Index, new Answerer(sample.Index, new ModelWriter(client, recording.Model, recording.Draft)));
        await new SuiteRunner(answerer.AnswerAsync).RunAsync(suite.Cases, 2, cancellation: TestContext.Current.CancellationToken);
        return _folder.File("recording.jsonl", recording.Write());
    }

    private string Replay(string suite, string recording, string name)
    {
        var run = Cli.Run("eval", suite, "--replay", recording, "--data", Path.Combine(_folder.Path, "data"), "--json", Path.Combine(_folder.Path, name));
        Assert.Equal(0, run.Exit);
        return File.ReadAllText(Path.Combine(_folder.Path, name));
    }
}
