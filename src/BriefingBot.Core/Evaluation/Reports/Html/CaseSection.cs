namespace BriefingBot.Evaluation;

/// <summary>Every case, to be filtered by tag, outcome and words.</summary>
internal static class CaseSection
{
    public static Markup Of(EvalReport report)
    {
        var tags = report.Cases.SelectMany(result => result.Tags).GroupBy(tag => tag, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        return Markup.Of($"""
            <section aria-labelledby="cases">
            <h2 id="cases" tabindex="-1">Cases</h2>
            <div class="filter">
            <label>Outcome <select id="outcome"><option value="">all</option><option value="failed">failed</option><option value="known">known to fail</option><option value="passed">passed</option></select></label>
            <label>Tag <select id="tag"><option value="">all</option>{tags.Select(tag => Markup.Of($"<option value=\"{tag.Key}\">{tag.Key} ({tag.Count()})</option>"))}</select></label>
            <label>Words <input id="words" type="search" autocomplete="off"></label>
            <p id="shown" role="status">{report.Cases.Count} cases</p>
            </div>
            {report.Cases.Select(Case)}
            </section>
            """);
    }

    private static Markup Case(CaseResult result)
    {
        var (outcome, word) = result.IsPassed ? ("passed", result.IsKnownFailure ? "mended" : "passed") : result.IsKnownFailure ? ("known", "known to fail") : ("failed", "failed");
        var question = result.Turns[^1].Turn.Text;
        return Markup.Of($"""
            <details class="case" data-outcome="{outcome}" data-tags="{string.Join(' ', result.Tags)}">
            <summary><span class="{(outcome == "passed" ? "good" : outcome == "known" ? "fair" : "bad")}">{word}</span> <span class="question">{(string.IsNullOrWhiteSpace(question) ? result.Id : question)}</span></summary>
            <p class="note">{result.Id}{(result.Tags.Count == 0 ? "" : $" · {string.Join(", ", result.Tags)}")}</p>
            {result.Turns.Select(turn => TurnView.Of(turn, isAlone: result.Turns.Count == 1))}
            </details>
            """);
    }
}
