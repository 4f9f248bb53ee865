using BriefingBot.Evaluation;

namespace BriefingBot.Browser.Tests;

/// <summary>A report with everything that a page may have to show, hostile text among it.</summary>
internal static class SomeReport
{
    public const string Hostile = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script> \u202eevil\u0007";

    public static readonly EvalReport Before = Of([Case("denied", AnswerStatus.Denied, AnswerStatus.Denied), Case("hostile", AnswerStatus.Reported, AnswerStatus.Denied)]);

    public static readonly EvalReport After = Of(
    [
        Case("confirmed", AnswerStatus.Confirmed, AnswerStatus.Confirmed, tags: ["yes-no", "harbour"]),
        Case("denied", AnswerStatus.Denied, AnswerStatus.Confirmed, tags: ["yes-no"]),
        Case("hostile", AnswerStatus.Reported, AnswerStatus.Reported, Hostile, "hostile"),
        Case("absent", AnswerStatus.NotInCorpus, AnswerStatus.Unconfirmed, tags: [SuiteCase.KnownFailure, "harbour"]),
        Case("disputed", AnswerStatus.Disputed, AnswerStatus.Disputed),
        new CaseResult("broken", ["harbour"], [new TurnResult(Turn("Who broke it?", AnswerStatus.Unconfirmed), [new Given { Status = null, StatusReason = "", Text = "", Error = "InvalidOperationException: no answer" }])]),
    ]);

    private static EvalReport Of(IReadOnlyList<CaseResult> cases) => new(
        "Harbour", new Dictionary<string, string>(StringComparer.Ordinal) { ["model"] = "extractive", ["index"] = "sqlite" }, 26, cases.Count,
        Figures.Of(cases, new Dictionary<string, double>(StringComparer.Ordinal) { ["passRate"] = 0.9, ["quoteExactness"] = 0.5 }), cases);

    private static CaseResult Case(string id, AnswerStatus expected, AnswerStatus given, string text = "The ferry may be late.", params string[] tags) =>
        new(id, tags, [new TurnResult(Turn($"Is it {id}? {(id == "hostile" ? Hostile : "")}", expected), [Given(given, text, expected == given ? [] : [$"status is not {expected}"])])]);

    private static SuiteTurn Turn(string question, AnswerStatus status) => new(TurnKind.Ask, question, new DateOnly(2025, 3, 1), null, new Expected
    {
        Status = status,
        NotInCorpus = status == AnswerStatus.NotInCorpus,
        Quotes = [new ExpectedQuote("may be late", "Ada Brill")],
        MustNotSay = [Hostile],
    });

    private static Given Given(AnswerStatus status, string text, string[] failures) => new()
    {
        Status = status,
        StatusReason = "one origin only: 1 asserts it (Ada Brill)",
        Text = $"Reported: “{text}” [1]",
        Citations =
        [
            new GivenCitation(1, text, "aurelia.txt", "Ferry late", "Harbour Wire", "2025-03-01", 0, text.Length, "Ada Brill", "supports", "may", IsExact: true),
            new GivenCitation(2, "It has sailed since.", "AnArticleWithAVeryLongIdentifierThatNobodyBrokeAnywhereInTheMiddle/of-it.txt", "", null, null, 0, 20, null, "refutes", null, IsExact: false),
        ],
        Sentences = [new GivenSentence(text, IsSupported: true, IsOverFirm: false), new GivenSentence("It sank.", IsSupported: false, IsOverFirm: true)],
        Failures = failures,
        ElapsedMs = 12.5 * (1 + (int)status),
    };
}
