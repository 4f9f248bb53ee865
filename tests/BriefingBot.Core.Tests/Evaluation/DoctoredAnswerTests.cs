using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Core.Tests.Answers;
using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

/// <summary>Every measure notices what it is there for: an answer made worse in that one way lowers it.</summary>
public sealed class DoctoredAnswerTests
{
    private const string Approving = """{"sentences": 2, "borne": 2, "isCorrect": true}""";

    private static readonly Article Reprinted = new(Some.Article.Id, Some.Article.Title, Some.Article.Text.Replace("may have run", "has run", StringComparison.Ordinal), Some.Article.Provenance, []);

    private static readonly Dictionary<string, Doctored> ByMeasure = new(StringComparer.Ordinal)
    {
        ["passRate"] = new(Some.Answer with { Text = "It sank. [1]" }),
        ["errorRate"] = new(null),
        ["statusAccuracy"] = new(Some.Answer with { Status = ClaimStatus.Disputed }),
        ["unconfirmedAsFact"] = new(Some.Answer with { Status = ClaimStatus.Confirmed }),
        ["abstentionPrecision"] = new(Some.NoAnswer) { Beside = Some.NoAnswer },
        ["abstentionRecall"] = new(Some.Answer) { Turn = Some.UnanswerableTurn, Right = Some.NoAnswer },
        ["quoteExactness"] = new(Some.Answer with { Citations = [Some.Citation("Ada Brill", article: Reprinted)] }),
        ["citationPrecision"] = new(Some.Answer with { Citations = [Some.Citation("Ada Brill"), Some.Citation(null, Some.QuoteText.Length + 2, Some.Article.Text.Length) with { Number = 2 }] }),
        ["citationRecall"] = new(Some.Answer with { Citations = [Some.Citation("Ada Brill", 0, 20)] }),
        ["speakerAccuracy"] = new(Some.Answer with { Citations = [Some.Citation("Joris Hahn")] }),
        ["sentenceSupport"] = new(Some.Answer with { Text = Some.Answer.Text + " Forty-two passengers drowned. [1]" }),
        ["overFirm"] = new(Some.Answer with { Text = "The Aurelia has run aground off Tessaly. [1]" }),
        ["hitsAt1"] = new(Some.Answer) { Ranked = ["other.txt", "aurelia.txt"] },
        ["hitsAt4"] = new(Some.Answer) { Ranked = ["a", "b", "c", "d", "aurelia.txt"] },
        ["hitsAt10"] = new(Some.Answer) { Ranked = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "aurelia.txt"] },
        ["mrr"] = new(Some.Answer) { Ranked = ["other.txt", "aurelia.txt"] },
        ["latencyP50"] = new(Some.Answer with { Elapsed = TimeSpan.FromMilliseconds(30) }),
        ["latencyP99"] = new(Some.Answer with { Elapsed = TimeSpan.FromMilliseconds(30) }),
        ["inputTokens"] = new(Some.Answer with { Usage = Some.Usage(900, 10) }),
        ["outputTokens"] = new(Some.Answer with { Usage = Some.Usage(100, 90) }),
        ["judgedFaithfulness"] = new(Some.Answer) { Verdict = """{"sentences": 2, "borne": 1, "isCorrect": true}""" },
        ["judgedCorrectness"] = new(Some.Answer) { Verdict = """{"sentences": 2, "borne": 2, "isCorrect": false}""" },
        ["cost"] = new(Some.Answer with { Usage = Some.Usage(900, 90) }),
    };

    public static TheoryData<string> Names() => [.. EvalMeasures.All.Select(measure => measure.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_doctored_answer_makes_its_measure_worse(string name)
    {
        var doctored = ByMeasure[name];
        var right = await MeasureAsync(name, doctored.Turn, doctored.Right, ["aurelia.txt"], doctored.Beside, Approving);
        var wrong = await MeasureAsync(name, doctored.Turn, doctored.Answer, doctored.Ranked, doctored.Beside, doctored.Verdict);

        Assert.NotNull(right.Value);
        Assert.NotNull(wrong.Value);
        Assert.True(right.HigherIsBetter ? wrong.Value < right.Value : wrong.Value > right.Value, $"{name}: {right.Value} and doctored {wrong.Value}");
    }

    // Thresholds are set to what the right answer reaches: the doctored one must fail the gate by this measure.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_doctored_answer_misses_the_threshold_that_the_right_one_meets(string name)
    {
        var doctored = ByMeasure[name];
        var right = await MeasureAsync(name, doctored.Turn, doctored.Right, ["aurelia.txt"], doctored.Beside, Approving);
        var wrong = await MeasureAsync(name, doctored.Turn, doctored.Answer, doctored.Ranked, doctored.Beside, doctored.Verdict);

        Assert.True((right with { Threshold = right.Value }).IsMet);
        Assert.False((wrong with { Threshold = right.Value }).IsMet);
    }

    private static async Task<MeasureResult> MeasureAsync(string name, SuiteTurn turn, Answer? answer, string[] ranked, Answer? beside, string verdict)
    {
        TurnAnswerer answerer = answer is null ? (_, _, _) => throw new InvalidOperationException("no answer") : Some.Answers(answer, ranked);
        var cases = await RunAsync(turn, answerer);
        if (beside is not null)
        {
            cases = [.. cases, .. await RunAsync(Some.UnanswerableTurn, Some.Answers(beside))];
        }

        cases = await new AnswerJudge(new ScriptedModel(verdict)).JudgeAsync(Verbatim.Check(cases, [Some.Article]), 1, TestContext.Current.CancellationToken);
        return Figures.Of(cases, new Dictionary<string, double>(StringComparer.Ordinal)).Single(result => result.Name == name);
    }

    private static Task<IReadOnlyList<CaseResult>> RunAsync(SuiteTurn turn, TurnAnswerer answerer) =>
        new SuiteRunner(answerer).RunAsync([Some.Case("case", turn)], 1, cancellation: TestContext.Current.CancellationToken);

    /// <param name="Answer">The worse answer; null for one that ends in an error.</param>
    private sealed record Doctored(Answer? Answer)
    {
        public SuiteTurn Turn { get; init; } = Some.Turn;

        public Answer Right { get; init; } = Some.Answer with { Usage = Some.Usage(100, 10) };

        /// <summary>The answer to another case, which nobody can answer.</summary>
        public Answer? Beside { get; init; }

        /// <summary>What the judge says of it.</summary>
        public string Verdict { get; init; } = Approving;

        public string[] Ranked { get; init; } = ["aurelia.txt"];
    }
}
