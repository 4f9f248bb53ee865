using System.Text.Json;
using System.Xml.Linq;
using BriefingBot.Evaluation;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests;

public sealed class EvalTests(SampleRun sample) : IClassFixture<SampleRun>, IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void The_sample_suite_passes_its_gate()
    {
        Assert.Equal(0, sample.Run.Exit);
        Assert.Contains("the gate is passed", sample.Run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_suite_has_every_status_and_every_kind_of_question()
    {
        var suite = SuiteReader.Read(SampleRun.Suite);
        var turns = suite.Cases.SelectMany(one => one.Turns).ToList();

        Assert.True(suite.Cases.Count >= 60, $"{suite.Cases.Count} cases");
        Assert.Empty(Enum.GetValues<AnswerStatus>().Except(turns.Select(turn => turn.Expected.Status).OfType<AnswerStatus>()));
        Assert.Empty(Enum.GetValues<QuestionKind>().Except(turns.Select(turn => Question.Parse(turn.Text).Kind)));
        Assert.Contains(turns, turn => turn.AsOf is not null);
        Assert.Contains(turns, turn => turn.Kind == TurnKind.Check);
        Assert.Contains(suite.Cases, one => one.Turns.Count > 1);
        Assert.Contains(suite.Cases, one => one.Tags.Contains("hostile"));
        Assert.Contains(suite.Cases, one => one.Tags.Contains("language"));
    }

    [Fact]
    public void The_figures_are_those_that_the_json_gives_when_computed_apart()
    {
        using var report = JsonDocument.Parse(sample.Json);
        var measures = report.RootElement.GetProperty("measures").EnumerateArray().ToDictionary(measure => measure.GetProperty("name").GetString()!, StringComparer.Ordinal);

        var computed = new EvalRecount(report.RootElement).Values;

        Assert.Equal(measures.Keys.Order(StringComparer.Ordinal), computed.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, value) in computed)
        {
            var given = measures[name].GetProperty("value");
            Assert.True(value is null ? given.ValueKind == JsonValueKind.Null : Math.Abs(given.GetDouble() - value.Value) < 1e-9, $"{name}: {given} and computed apart {value}");
            Assert.True(value is null || (measures[name].GetProperty("low").GetDouble() <= value + 1e-9 && value - 1e-9 <= measures[name].GetProperty("high").GetDouble()), $"{name} lies outside its interval");
        }
    }

    [Fact]
    public void The_reports_of_one_run_agree()
    {
        using var report = JsonDocument.Parse(sample.Json);
        var cases = report.RootElement.GetProperty("cases").GetArrayLength();
        var xml = XDocument.Parse(File.ReadAllText(sample.File("r.xml"))).Root!;

        Assert.Equal(cases, xml.Elements("testcase").Count(test => test.Attribute("classname")!.Value == "cases"));
        Assert.Contains($"of {cases} cases passed", File.ReadAllText(sample.File("r.md")), StringComparison.Ordinal);
        Assert.Contains($"of {cases} cases passed", File.ReadAllText(sample.File("r.html")), StringComparison.Ordinal);
        Assert.Contains($"of {cases} cases passed", sample.Run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missed_threshold_ends_with_1_and_says_which()
    {
        var suite = Suite("cases: [{ask: 'Is Kestrin''s drinking water contaminated?', status: confirmed}]");

        var run = Eval(suite, "--threshold", "statusAccuracy=0.5");

        Assert.Equal(1, run.Exit);
        Assert.Contains("missed statusAccuracy is 0.000, asked is at least 0.500", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_shows_each_case_that_got_worse_or_better()
    {
        var before = Suite("cases: [{id: a, ask: 'Is Kestrin''s drinking water contaminated?', status: denied}, {id: b, ask: 'Who won the Velmora football cup?', status: reported}]");
        Assert.Equal(0, Eval(before, "--json", _folder.File("before.json", "")).Exit);
        var after = Suite("cases: [{id: a, ask: 'Is Kestrin''s drinking water contaminated?', status: reported}, {id: b, ask: 'Who won the Velmora football cup?', status: not-in-corpus}]");

        var run = Eval(after, "--json", _folder.File("after.json", ""), "--baseline", Path.Combine(_folder.Path, "before.json"));
        var diff = Cli.Run("eval", "diff", Path.Combine(_folder.Path, "before.json"), Path.Combine(_folder.Path, "after.json"));

        Assert.All([run.Out, diff.Out], text =>
        {
            Assert.Contains("1 worse, 1 better, 0 new, 0 gone", text, StringComparison.Ordinal);
            Assert.Contains("worse  a: status is denied, not reported", text, StringComparison.Ordinal);
            Assert.Contains("better b: passes; it was: status is not-in-corpus, not reported", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_matrix_runs_each_configuration_and_writes_a_report_for_each()
    {
        var suite = Suite("cases: [{ask: 'Is Kestrin''s drinking water contaminated?', status: denied}]");

        var run = Eval(suite, "--matrix", "index=sqlite", "--json", Path.Combine(_folder.Path, "r.json"));

        Assert.Equal(0, run.Exit);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "r.sqlite.json")));
    }

    [Fact]
    public void A_drafted_suite_can_be_run()
    {
        var draft = Path.Combine(_folder.Path, "draft.yaml");

        var written = Cli.Run("eval", "new", "--corpus", Cli.Corpus, "--out", draft, "--most", "5");
        var run = Eval(draft);

        Assert.Equal(0, written.Exit);
        Assert.Equal(0, run.Exit);
        Assert.Contains("of 5 cases", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run("eval", "new", "--corpus", Cli.Corpus, "--out", draft).Exit);
    }

    [Theory]
    [InlineData("no suite; write briefingbot eval SUITE.yaml", "eval")]
    [InlineData("missing.yaml: no such file; name a suite such as tests/evals/sample.yaml", "eval", "missing.yaml")]
    [InlineData("--threshold passRate: write MEASURE=VALUE with one of passRate, ", "eval", "SUITE", "--threshold", "passRate")]
    [InlineData("--matrix: colour cannot be varied; choose of ", "eval", "SUITE", "--matrix", "colour=red")]
    [InlineData("--matrix: this build has no index of the kind paper; choose one of ", "eval", "SUITE", "--matrix", "index=paper")]
    [InlineData("none/r.json: cannot be written (", "eval", "SUITE", "--json", "none/r.json")]
    [InlineData("missing.json: cannot be read (", "eval", "SUITE", "--baseline", "missing.json")]
    [InlineData("nowhere: no such folder or file; name one that holds articles with --corpus", "eval", "new", "--corpus", "nowhere", "--out", "x.yaml")]
    public void Bad_usage_is_one_line_that_says_what_to_do(string message, params string[] arguments)
    {
        var suite = Suite("cases: [{ask: 'Is Kestrin''s drinking water contaminated?'}]");

        var run = Cli.RunIn(_folder.Path, null, [.. arguments.Select(argument => argument == "SUITE" ? suite : argument)]);

        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"briefingbot: {message}", run.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_with_a_mistake_ends_with_2_and_names_the_place()
    {
        var run = Eval(Suite("cases:\n  - ask: A?\n    satus: denied\n"));

        Assert.Equal(2, run.Exit);
        Assert.EndsWith("suite.yaml line 3: cases[1].satus: no such field; did you mean status?", run.OneLine, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Suite(string text) => _folder.File("suite.yaml", text);

    private CliRun Eval(string suite, params string[] options) => Cli.Run(["eval", suite, "--data", Path.Combine(_folder.Path, "data"), .. options]);
}

/// <summary>One run of the sample suite with every report.</summary>
public sealed class SampleRun : IDisposable
{
    private readonly TestFolder _folder = new();

    public SampleRun() => Run = Cli.Run("eval", Suite, "--data", File("data"), "--json", File("r.json"), "--html", File("r.html"), "--junit", File("r.xml"), "--markdown", File("r.md"));

    public static string Suite { get; } = Path.Combine(Cli.Top, "tests", "evals", "sample.yaml");

    internal CliRun Run { get; }

    public string Json => System.IO.File.ReadAllText(File("r.json"));

    public string File(string name) => Path.Combine(_folder.Path, name);

    public void Dispose() => _folder.Dispose();
}
