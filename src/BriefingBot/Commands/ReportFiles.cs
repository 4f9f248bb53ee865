using System.CommandLine;
using System.Text;
using BriefingBot.Evaluation;

namespace BriefingBot.Commands;

/// <summary>The files that a report may be written to.</summary>
internal sealed class ReportFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly (Option<string?> File, Func<EvalReport, ReportComparison?, string> Write)[] _formats =
    [
        (Format("--json", "Every answer and figure as JSON, for --baseline and scripts."), (report, _) => ReportJson.Write(report)),
        (Format("--html", "One page to read: figures, charts, every case."), HtmlReport.Write),
        (Format("--junit", "JUnit XML, for CI systems."), (report, _) => JUnitReport.Write(report)),
        (Format("--markdown", "Markdown, for a pull request."), MarkdownReport.Write),
    ];

    public void AddTo(Command command)
    {
        foreach (var (file, _) in _formats)
        {
            command.Add(file);
        }
    }

    /// <summary>Makes the files before anything is asked: a run of an hour must not end at a misspelt folder.</summary>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void Claim(ParseResult parsed)
    {
        foreach (var (file, _) in _formats)
        {
            if (parsed.GetValue(file) is { } path)
            {
                Try(path, () => File.AppendAllText(path, ""));
            }
        }
    }

    /// <param name="name">What tells this report of several from the others; null for a single one.</param>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void Write(ParseResult parsed, EvalReport report, ReportComparison? comparison, string? name)
    {
        foreach (var (file, write) in _formats)
        {
            if (parsed.GetValue(file) is { } path)
            {
                var named = name is null ? path : Path.ChangeExtension(path, $".{name}{Path.GetExtension(path)}");
                Try(named, () => File.WriteAllText(named, write(report, comparison), Utf8));
            }
        }
    }

    private static Option<string?> Format(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    /// <exception cref="InputException">The file cannot be written.</exception>
    internal static void Try(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written ({failure.Message}); name another file");
        }
    }
}
