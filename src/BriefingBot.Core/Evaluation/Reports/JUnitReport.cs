using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace BriefingBot.Evaluation;

/// <summary>A report as JUnit XML, as CI systems read it: a test a case, and a test a threshold. A known failure is a skipped test.</summary>
public static class JUnitReport
{
    public static string Write(EvalReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<XElement> tests = [.. report.Cases.Select(Case), .. report.Measures.Where(measure => measure.Threshold is not null).Select(Threshold)];
        if (!report.IsComplete)
        {
            tests.Add(Test("gate", "every case is run", 0, new XElement("failure", new XAttribute("message", $"ended after {report.Cases.Count} of {report.Planned} cases"))));
        }

        var suite = new XElement(
            "testsuite",
            new XAttribute("name", Clean(report.Suite)),
            new XAttribute("tests", tests.Count),
            new XAttribute("failures", tests.Count(test => test.Element("failure") is not null)),
            new XAttribute("errors", tests.Count(test => test.Element("error") is not null)),
            new XAttribute("skipped", tests.Count(test => test.Element("skipped") is not null)),
            tests);
        return new XDeclaration("1.0", "utf-8", null) + "\n" + suite.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static XElement Case(CaseResult result)
    {
        var runs = result.Turns.SelectMany(turn => turn.Runs).ToList();
        var problems = Clean(string.Join("\n", MeasureText.Problems(result)));
        XElement? outcome = result.IsPassed ? null
            : result.IsKnownFailure ? new XElement("skipped", new XAttribute("message", $"known to fail: {problems}"))
            : new XElement(runs.Exists(run => run.Error is not null) ? "error" : "failure", new XAttribute("message", problems), Clean(string.Join("\n\n", runs.Where(run => !run.IsPassed).Select(run => run.Text))));
        return Test("cases", result.Id, runs.Sum(run => run.ElapsedMs ?? 0) / 1000, outcome);
    }

    private static XElement Threshold(MeasureResult measure) => Test(
        "gate",
        $"{measure.Name} {MeasureText.Threshold(measure)}",
        0,
        measure.IsMet ? null : new XElement("failure", new XAttribute("message", $"{MeasureText.Label(measure.Name)} is {MeasureText.Value(measure.Name, measure.Value)}, not {MeasureText.Threshold(measure)}")));

    private static XElement Test(string group, string name, double seconds, XElement? outcome) => new(
        "testcase", new XAttribute("classname", group), new XAttribute("name", Clean(name)), new XAttribute("time", seconds.ToString("0.000", CultureInfo.InvariantCulture)), outcome);

    // XML 1.0 has no way to write most control characters.
    private static string Clean(string text)
    {
        var clean = text.ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (i + 1 < clean.Length && char.IsSurrogatePair(clean[i], clean[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(clean[i]))
            {
                clean[i] = '\uFFFD';
            }
        }

        return new string(clean);
    }
}
