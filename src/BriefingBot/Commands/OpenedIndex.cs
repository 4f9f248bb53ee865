using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary>Brings the index of a corpus up to date and opens it.</summary>
internal static class OpenedIndex
{
    /// <summary>Updates first, trusting unchanged files; problems and notices go to standard error, a line each.</summary>
    public static async Task<IPassageIndex> OpenAsync(IndexSettings settings, CancellationToken cancellation)
    {
        var corpus = new Corpus(settings.Corpus);
        var indexer = settings.Indexer(corpus);
        var outcome = await UpdateAsync(indexer, corpus, new UpdateOptions { TrustsFileTimes = true, IsOptional = true }, cancellation);
        await ReportAsync(outcome);
        var index = indexer.Open();
        if (index.Extent.Articles > 0)
        {
            return index;
        }

        index.Dispose();
        throw new CorpusException($"{settings.Corpus}: no article could be read; put articles there or name another place with --corpus");
    }

    public static async Task<UpdateOutcome> UpdateAsync(IIndexer indexer, Corpus corpus, UpdateOptions options, CancellationToken cancellation)
    {
        await using var bar = new ProgressBar("Indexing");
        return await indexer.UpdateAsync(corpus, options, bar, cancellation);
    }

    public static async Task ReportAsync(UpdateOutcome outcome)
    {
        const int MostProblems = 20;
        if (outcome.Notice is { } notice)
        {
            await Console.Error.WriteLineAsync(notice);
        }

        foreach (var problem in outcome.Problems.Take(MostProblems))
        {
            await Console.Error.WriteLineAsync(Plain.Line(problem));
        }

        if (outcome.Problems.Count > MostProblems)
        {
            await Console.Error.WriteLineAsync($"and {outcome.Problems.Count - MostProblems} more; briefingbot index lists them all");
        }
    }
}
