using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Evaluation;

/// <summary>
/// A report as one page that needs nothing else: figures with charts, what changed, every case with expected and given side by side.
/// Its policy allows its own style and script by their hashes, and no request at all.
/// </summary>
public static class HtmlReport
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    /// <param name="comparison">With the baseline; null where there is none.</param>
    public static string Write(EvalReport report, ReportComparison? comparison = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var policy = $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{report.Suite}: {MeasureText.Outcome(report)}</title>
            <style>{new Markup(Style)}</style>
            </head>
            <body>
            <a class="skip" href="#cases">To the cases</a>
            <header>
            <p class="verdict {(report.IsPassed ? "good" : "bad")}">{(report.IsPassed ? "passed" : "not passed")}</p>
            <h1>{report.Suite}</h1>
            <p>{MeasureText.Outcome(report)}.<br>Answered by {MeasureText.Configuration(report)}, over {report.Searched} articles.</p>
            </header>
            <main>
            {MeasureSection.Of(report)}
            {ComparisonSection.Of(comparison)}
            {StatusSection.Of(report)}
            {TimeSection.Of(report)}
            {CaseSection.Of(report)}
            </main>
            <script>{new Markup(Script)}</script>
            </body>
            </html>

            """).Html;
    }

    private static string Hash(string source) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}";

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"BriefingBot.Evaluation.Data.{name}")
            ?? throw new InvalidOperationException($"No embedded file {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
