using System.CommandLine;
using BriefingBot.Answers;
using BriefingBot.Articles;
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
        List<EvalReport> reports = [];
        foreach (var (configuration, model) in configurations.Zip(models).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            var report = await RunAsync(suite, thresholds, configuration.Index, model, options.Parallel(parsed), cancellation);
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

    private static async Task<EvalReport> RunAsync(Suite suite, Dictionary<string, double> thresholds, IndexSettings settings, EvalModel model, int parallel, CancellationToken cancellation)
    {
        using var index = await OpenedIndex.OpenAsync(settings, cancellation);
        var runner = new SuiteRunner(new CorpusAnswerer(index, new Answerer(index, model.Writer)).AnswerAsync, isTimed: !model.IsReplayed);
        IReadOnlyList<CaseResult> results;
        await using (var bar = new ProgressBar("Asking"))
        {
            results = await runner.RunAsync(suite.Cases, parallel, new CaseProgress(bar, suite.Cases.Count), cancellation);
        }

        var checkedResults = Verbatim.Check(results, new Corpus(settings.Corpus).Files().SelectMany(Corpus.Read).OfType<ReadArticle>().Select(read => read.Article));
        return new EvalReport(
            suite.Name,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["model"] = model.Label, ["index"] = settings.Kind },
            index.Extent.Articles,
            suite.Cases.Count,
            Figures.Of(checkedResults, thresholds),
            checkedResults);
    }
}
