using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Evaluation;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary>Runs a suite with one configuration after another.</summary>
/// <param name="thresholds">What the gate asks, by measure.</param>
/// <param name="judge">Null where no model is asked to judge.</param>
/// <param name="parallel">How many cases at once, from 1.</param>
internal sealed class EvalRun(Suite suite, IReadOnlyDictionary<string, double> thresholds, AnswerJudge? judge, int parallel)
{
    /// <summary>Asks, compares the quotes with the corpus, lets the judge judge, and counts.</summary>
    /// <param name="cancellation">Ends the asking; what is done by then is reported.</param>
    public async Task<EvalReport> RunAsync(IndexSettings settings, EvalModel model, CancellationToken cancellation)
    {
        using var index = await OpenedIndex.OpenAsync(settings, cancellation);
        var runner = new SuiteRunner(new CorpusAnswerer(index, new Answerer(index, model.Writer)).AnswerAsync, isTimed: !model.IsReplayed);
        var results = Verbatim.Check(await AskAsync(runner, cancellation), Articles(settings));
        results = judge is null ? results : await judge.JudgeAsync(results, parallel, cancellation);
        return new EvalReport(
            suite.Name,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["model"] = model.Label, ["index"] = settings.Kind },
            index.Extent.Articles,
            suite.Cases.Count,
            Figures.Of(results, thresholds),
            results);
    }

    private async Task<IReadOnlyList<CaseResult>> AskAsync(SuiteRunner runner, CancellationToken cancellation)
    {
        await using var bar = new ProgressBar("Asking");
        return await runner.RunAsync(suite.Cases, parallel, new CaseProgress(bar, suite.Cases.Count), cancellation);
    }

    private static IEnumerable<Article> Articles(IndexSettings settings) =>
        new Corpus(settings.Corpus).Files().SelectMany(Corpus.Read).OfType<ReadArticle>().Select(read => read.Article);
}
