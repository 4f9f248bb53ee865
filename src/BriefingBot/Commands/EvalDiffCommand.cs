using System.CommandLine;
using BriefingBot.Evaluation;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary><c>eval diff</c>: what two reports of one suite have apart.</summary>
internal static class EvalDiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("A") { Description = "A report of --json." };
        var after = new Argument<string>("B") { Description = "A later one." };
        var command = new Command("diff", "Show each case that got better or worse from one report to another.") { before, after };
        command.SetAction(parsed =>
        {
            EvalView.Show(Output.Console, ReportComparison.Of(ReportJson.Read(parsed.GetValue(before)!), ReportJson.Read(parsed.GetValue(after)!)));
            return ExitStatus.Done;
        });
        return command;
    }
}
