using System.Text;

namespace BriefingBot.Evaluation;

/// <summary>A report for a pull request: the figures, what changed, and the cases that failed.</summary>
public static class MarkdownReport
{
    // A comment on a pull request holds 65,536 characters.
    private const int MostFailures = 50;
    private const int LongestCellInChars = 300;

    /// <param name="comparison">With the baseline; null where there is none.</param>
    public static string Write(EvalReport report, ReportComparison? comparison = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        Line(text, $"## {Safe(report.Suite)}: {(report.IsPassed ? "passed" : "FAILED")}");
        Line(text, $"{Safe(MeasureText.Outcome(report))}. {Safe(MeasureText.Configuration(report))}; {report.Searched} articles.");
        Line(text, "");
        Line(text, comparison is null ? "| measure | value | 95% interval | of | threshold |" : "| measure | value | before | 95% interval | of | threshold |");
        Line(text, comparison is null ? "|---|---|---|---|---|" : "|---|---|---|---|---|---|");
        foreach (var measure in report.Measures.Where(measure => measure.Value is not null))
        {
            var before = comparison is null ? "" : $" {MeasureText.Value(measure.Name, comparison.Measures.First(change => change.Name == measure.Name).Before)} |";
            Line(text, $"| {MeasureText.Label(measure.Name)} | {MeasureText.Value(measure.Name, measure.Value)} |{before} {MeasureText.Interval(measure)} | {measure.Of:0} | {MeasureText.Threshold(measure)}{(measure.IsMet ? "" : " **missed**")} |");
        }

        if (comparison is not null)
        {
            Changes(text, "Worse", comparison.Worse, change => change.After);
            Changes(text, "Better", comparison.Better, change => change.Before);
        }

        var failed = report.Cases.Where(result => !result.IsPassed && !result.IsKnownFailure).ToList();
        Changes(text, "Failed", [.. failed.Take(MostFailures).Select(result => new CaseChange(result.Id, result.Turns[^1].Turn.Text, [], MeasureText.Problems(result)))], change => change.After);
        if (failed.Count > MostFailures)
        {
            Line(text, $"and {failed.Count - MostFailures} more");
        }

        return text.ToString();
    }

    private static void Changes(StringBuilder text, string heading, IReadOnlyList<CaseChange> changes, Func<CaseChange, IReadOnlyList<string>> what)
    {
        if (changes.Count == 0)
        {
            return;
        }

        Line(text, $"\n### {heading}: {changes.Count}\n");
        foreach (var change in changes)
        {
            Line(text, $"- **{Safe(change.Id)}**: {Safe(change.Question)}: {Safe(string.Join("; ", what(change)))}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    /// <summary>What articles and questions hold must not become markup, links, mentions or another cell.</summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text.Length > LongestCellInChars ? text[..LongestCellInChars] + "…" : text)
        {
            if (char.IsControl(c))
            {
                safe.Append(' ');
            }
            else if (c is '<' or '&' or '@')
            {
                // A zero-width entity after it keeps an @ from mentioning anybody.
                safe.Append(c == '<' ? "&lt;" : c == '&' ? "&amp;" : "@&#8203;");
            }
            else
            {
                safe.Append(c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '|' or '!' or '~' or '>' ? $"\\{c}" : c.ToString());
            }
        }

        return safe.ToString().Replace("://", "&#58;//", StringComparison.Ordinal);
    }
}
