using System.CommandLine;
using BriefingBot.Evaluation;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary><c>eval</c>: asks the questions of a suite and says how good the answers are.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var options = new EvalOptions();
        var suite = new Argument<string?>("SUITE") { Description = "A suite of questions: .yaml, .jsonl or .csv.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("eval", "Ask a suite of questions and say how good the answers are.") { suite };
        options.AddTo(command);
        command.Add(EvalDiffCommand.Create());
        command.Add(EvalNewCommand.Create());
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed, options, parsed.GetValue(suite) ?? throw new InputException("no suite; write briefingbot eval SUITE.yaml"), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, EvalOptions options, string file, CancellationToken cancellation)
    {
        var suite = SuiteReader.Read(file);
        var thresholds = options.Thresholds(parsed, suite);
        var baseline = options.Baseline(parsed);
        var configurations = options.Configurations(parsed, options.Corpus.Settings(parsed, suite.Corpus));
        List<EvalModel> models = [.. configurations.Select(configuration => options.Model(parsed, configuration))];
        options.Files.Claim(parsed);
        var run = new EvalRun(suite, thresholds, options.Judge(parsed), options.Parallel(parsed));
        List<EvalReport> reports = [];
        foreach (var (configuration, model) in configurations.Zip(models).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            var report = await run.RunAsync(configuration.Index, model, cancellation);
            model.Save();
            var comparison = baseline is null ? null : ReportComparison.Of(baseline, report);
            EvalView.Show(Output.Console, report);
            if (comparison is not null)
            {
                EvalView.Show(Output.Console, comparison);
            }

            options.Files.Write(parsed, report, comparison, configuration.Name);
            reports.Add(report);
        }

        if (reports.Count > 1)
        {
            EvalView.Show(Output.Console, reports);
        }

        return reports.Count == configurations.Count && reports.TrueForAll(report => report.IsPassed) ? ExitStatus.Done : ExitStatus.Failed;
    }
}
