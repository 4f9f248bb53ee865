using System.Xml.Linq;
using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class ReportTests
{
    private static readonly Dictionary<string, double> Gate = new(StringComparer.Ordinal) { ["passRate"] = 1, ["statusAccuracy"] = 0 };

    [Fact]
    public void A_report_read_again_is_the_report_written()
    {
        using var file = new SuiteFile("r.json", "");
        var report = Report(Case("a"), Case("b", "status is denied, not unconfirmed"));
        File.WriteAllText(file.Path, ReportJson.Write(report));

        Assert.Equal(ReportJson.Write(report), ReportJson.Write(ReportJson.Read(file.Path)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("not json")]
    [InlineData("null")]
    public void A_file_that_is_no_report_is_refused_with_a_remedy(string text)
    {
        using var file = new SuiteFile("r.json", text);

        Assert.Contains("no report of briefingbot eval", Assert.Throws<SuiteException>(() => ReportJson.Read(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_names_each_case_that_got_better_or_worse()
    {
        var before = Report(Case("same", "x"), Case("broken"), Case("mended", "x"), Case("better", "x", "y"), Case("worse", "x"), Case("gone"));
        var after = Report(Case("same", "x"), Case("broken", "x"), Case("mended"), Case("better", "x"), Case("worse", "x", "y"), Case("new"));

        var comparison = ReportComparison.Of(before, after);

        Assert.Equal(["broken", "worse"], comparison.Worse.Select(change => change.Id));
        Assert.Equal(["mended", "better"], comparison.Better.Select(change => change.Id));
        Assert.Equal(["new"], comparison.Added);
        Assert.Equal(["gone"], comparison.Removed);
    }

    [Fact]
    public void A_gate_is_missed_by_one_threshold_or_by_a_case_that_was_not_run()
    {
        Assert.True(Report(Case("a")).IsPassed);
        Assert.False(Report(Case("a", "x")).IsPassed);
        Assert.False((Report(Case("a")) with { Planned = 2 }).IsPassed);
    }

    [Fact]
    public void JUnit_has_a_test_a_case_and_a_threshold_with_known_failures_skipped()
    {
        var known = Case("known", "x") with { Tags = [SuiteCase.KnownFailure] };
        var errors = Case("errors") with { Turns = [new TurnResult(Some.Turn, [new Given { Status = null, StatusReason = "", Text = "", Error = "no answer\u0000\ud800" }])] };

        var xml = XDocument.Parse(JUnitReport.Write(Report(Case("fine"), Case("failed", "it says “<b>”"), known, errors))).Root!;

        Assert.Equal(("6", "2", "1", "1"), (xml.Attribute("tests")!.Value, xml.Attribute("failures")!.Value, xml.Attribute("errors")!.Value, xml.Attribute("skipped")!.Value));
        Assert.Equal("it says “<b>”", xml.Elements("testcase").ElementAt(1).Element("failure")!.Attribute("message")!.Value);
    }

    [Fact]
    public void Markdown_of_hostile_text_is_text()
    {
        var report = Report(Case("a", "it says “| ![x](https://example.org/x) <script> @everyone *b* `c`”"));

        var line = MarkdownReport.Write(report).Split('\n').Single(line => line.StartsWith("- **a**", StringComparison.Ordinal));

        Assert.Contains(@"\| \!\[x\]\(https&#58;//example.org/x\) &lt;script\> @&#8203;everyone \*b\* \`c\`", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_shows_what_changed_since_the_baseline()
    {
        var (before, after) = (Report(Case("a")), Report(Case("a", "wrong")));

        var text = MarkdownReport.Write(after, ReportComparison.Of(before, after));

        Assert.Contains("### Worse: 1", text, StringComparison.Ordinal);
        Assert.Contains("| Cases passed | 0.000 | 1.000 |", text, StringComparison.Ordinal);
    }

    internal static EvalReport Report(params CaseResult[] cases) =>
        new("Harbour", new Dictionary<string, string>(StringComparer.Ordinal) { ["model"] = "extractive", ["index"] = "sqlite" }, 3, cases.Length, Figures.Of(cases, Gate), cases);

    internal static CaseResult Case(string id, params string[] failures) =>
        new(id, [], [new TurnResult(Some.Turn, [new Given { Status = AnswerStatus.Unconfirmed, StatusReason = "", Text = "text", ElapsedMs = 1, Failures = failures }])]);
}
