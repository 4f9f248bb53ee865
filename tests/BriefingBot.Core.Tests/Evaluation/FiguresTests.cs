using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class FiguresTests
{
    private static readonly Dictionary<string, double> None = new(StringComparer.Ordinal);

    [Fact]
    public void The_same_cases_give_the_same_interval()
    {
        var (one, other) = (Pass(Cases(30, 10)), Pass(Cases(30, 10)));

        Assert.Equal((one.Low, one.High), (other.Low, other.High));
    }

    [Fact]
    public void An_interval_holds_its_value_and_narrows_with_more_cases()
    {
        var (few, many) = (Pass(Cases(30, 10)), Pass(Cases(300, 100)));

        Assert.True(few.Low < few.Value && few.Value < few.High);
        Assert.True(many.High - many.Low < few.High - few.Low);
    }

    [Fact]
    public void An_interval_is_about_that_of_the_binomial()
    {
        // 200 of 300: the normal approximation gives 0.667 plus or minus 0.053.
        var pass = Pass(Cases(300, 100));

        Assert.InRange(pass.Low!.Value, 0.58, 0.64);
        Assert.InRange(pass.High!.Value, 0.69, 0.75);
    }

    [Fact]
    public void A_measure_that_no_case_asks_for_has_no_value_and_misses_its_threshold()
    {
        var results = Figures.Of([], new Dictionary<string, double>(StringComparer.Ordinal) { ["mrr"] = 0.5 });

        Assert.All(results, result => Assert.Null(result.Value));
        Assert.False(results.Single(result => result.Name == "mrr").IsMet);
    }

    [Fact]
    public void A_percentile_is_a_time_that_was_measured()
    {
        var cases = Enumerable.Range(1, 100).Select(i => Case($"{i}", Given() with { ElapsedMs = i })).ToList();

        var results = Figures.Of(cases, None);

        Assert.Equal(50, results.Single(result => result.Name == "latencyP50").Value);
        Assert.Equal(99, results.Single(result => result.Name == "latencyP99").Value);
    }

    [Fact]
    public void The_confusion_matrix_counts_each_expected_status_by_what_was_given()
    {
        var confusion = StatusMeasures.Confusion([Case("a", Given()), Case("b", Given() with { Status = AnswerStatus.Confirmed }), Case("c", Given() with { Status = null, Error = "x" })]);

        Assert.Equal(1, confusion[(AnswerStatus.Unconfirmed, AnswerStatus.Unconfirmed)]);
        Assert.Equal(1, confusion[(AnswerStatus.Unconfirmed, AnswerStatus.Confirmed)]);
        Assert.Equal(2, confusion.Count);
    }

    private static MeasureResult Pass(List<CaseResult> cases) => Figures.Of(cases, None).Single(result => result.Name == "passRate");

    private static List<CaseResult> Cases(int all, int failed) => [.. Enumerable.Range(0, all).Select(i => Case($"{i}", Given() with { Failures = i < failed ? ["wrong"] : [] }))];

    private static CaseResult Case(string id, Given given) => new(id, [], [new TurnResult(Some.Turn, [given])]);

    private static Given Given() => new() { Status = AnswerStatus.Unconfirmed, StatusReason = "", Text = "" };
}
