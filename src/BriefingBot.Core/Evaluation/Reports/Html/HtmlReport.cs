namespace BriefingBot.Evaluation;

public static class HtmlReport
{
    public static string Write(EvalReport report, ReportComparison? comparison = null) => "";
}
