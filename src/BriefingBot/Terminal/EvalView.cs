using BriefingBot.Evaluation;
using Spectre.Console;

namespace BriefingBot.Terminal;

/// <summary>Shows a report in a terminal: the outcome, the figures, what failed, and what the gate says.</summary>
internal static class EvalView
{
    private const int MostFailures = 30;

    public static void Show(IAnsiConsole console, EvalReport report)
    {
        console.MarkupLine($"[bold]{Safe(report.Suite)}[/] [grey]{Safe(MeasureText.Configuration(report))}; {report.Searched:N0} articles[/]");
        console.WriteLine(MeasureText.Outcome(report));
        console.Write(Table(report));
        var failed = report.Cases.Where(result => !result.IsPassed && !result.IsKnownFailure).ToList();
        foreach (var result in failed.Take(MostFailures))
        {
            console.MarkupLine($"[red]failed[/] {Safe(result.Id)}: {Safe(string.Join("; ", MeasureText.Problems(result)))}");
        }

        if (failed.Count > MostFailures)
        {
            console.MarkupLine($"[grey]and {failed.Count - MostFailures} more; --html or --json lists them all[/]");
        }

        foreach (var result in report.Cases.Where(result => result.IsPassed && result.IsKnownFailure))
        {
            console.MarkupLine($"[green]mended[/] {Safe(result.Id)} passes now; take its tag {SuiteCase.KnownFailure} away");
        }

        ShowGate(console, report);
    }

    public static void Show(IAnsiConsole console, ReportComparison comparison)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]Compared[/] {comparison.Worse.Count} worse, {comparison.Better.Count} better, {comparison.Added.Count} new, {comparison.Removed.Count} gone");
        foreach (var change in comparison.Worse)
        {
            console.MarkupLine($"[red]worse[/]  {Safe(change.Id)}: {Safe(string.Join("; ", change.After))}");
        }

        foreach (var change in comparison.Better)
        {
            console.MarkupLine($"[green]better[/] {Safe(change.Id)}: {(change.After.Count == 0 ? "passes; it was: " : "")}{Safe(string.Join("; ", change.Before))}");
        }

        foreach (var measure in comparison.Measures.Where(measure => MeasureText.Value(measure.Name, measure.Before) != MeasureText.Value(measure.Name, measure.After)))
        {
            console.MarkupLine($"[grey]{Safe(MeasureText.Label(measure.Name))}:[/] {MeasureText.Value(measure.Name, measure.Before)} to {MeasureText.Value(measure.Name, measure.After)}");
        }
    }

    /// <summary>The same measures of several configurations side by side.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<EvalReport> reports)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumn("measure");
        foreach (var report in reports)
        {
            table.AddColumn(new TableColumn(Safe(MeasureText.Configuration(report))).RightAligned());
        }

        foreach (var measure in EvalMeasures.All.Where(measure => reports.Any(report => Result(report, measure).Value is not null)))
        {
            table.AddRow([measure.Label, .. reports.Select(report => MeasureText.Value(measure.Name, Result(report, measure).Value))]);
        }

        console.Write(table);
    }

    private static MeasureResult Result(EvalReport report, Measure measure) => report.Measures.First(result => result.Name == measure.Name);

    private static Table Table(EvalReport report)
    {
        var isRepeated = report.Measures.Any(measure => measure.Spread is not null);
        var table = new Table().Border(TableBorder.Minimal)
            .AddColumn("measure").AddColumn(new TableColumn("value").RightAligned()).AddColumn("95% interval").AddColumn(new TableColumn("of").RightAligned()).AddColumn("threshold");
        if (isRepeated)
        {
            table.AddColumn(new TableColumn("spread").RightAligned());
        }

        foreach (var measure in report.Measures.Where(measure => measure.Value is not null))
        {
            var value = MeasureText.Value(measure.Name, measure.Value);
            List<string> row = [MeasureText.Label(measure.Name), measure.IsMet ? value : $"[red]{value}[/]", MeasureText.Interval(measure), $"{measure.Of:N0}", MeasureText.Threshold(measure)];
            table.AddRow([.. isRepeated ? row.Append(MeasureText.Value(measure.Name, measure.Spread)) : row]);
        }

        return table;
    }

    private static void ShowGate(IAnsiConsole console, EvalReport report)
    {
        foreach (var measure in report.Measures.Where(measure => !measure.IsMet))
        {
            console.MarkupLine($"[red]missed[/] {measure.Name} is {MeasureText.Value(measure.Name, measure.Value)}, asked is {MeasureText.Threshold(measure)}");
        }

        if (report.Measures.Any(measure => measure.Threshold is not null))
        {
            console.MarkupLine(report.IsPassed ? "[green]the gate is passed[/]" : "[red]the gate is not passed[/]");
        }
    }

    private static string Safe(string text) => Markup.Escape(Plain.Line(text));
}
