using BriefingBot.Articles;
using BriefingBot.Sqlite;
using BriefingBot.Sqlite.Updates;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary>Brings the index of a corpus up to date and opens it.</summary>
internal static class OpenedIndex
{
    /// <summary>Updates first, trusting unchanged files; problems and notices go to standard error, a line each.</summary>
    public static async Task<SqliteIndex> OpenAsync(string corpusPath, string data, CancellationToken cancellation)
    {
        var corpus = new Corpus(corpusPath);
        var path = SqliteIndex.PathOf(data, corpus);
        var outcome = await UpdateAsync(corpus, path, new UpdateOptions { TrustsFileTimes = true, IsOptional = true }, cancellation);
        await ReportAsync(outcome);
        var index = SqliteIndex.Open(path);
        if (index.Extent.Articles > 0)
        {
            return index;
        }

        index.Dispose();
        throw new CorpusException($"{corpusPath}: no article could be read; put articles there or name another place with --corpus");
    }

    public static async Task<UpdateOutcome> UpdateAsync(Corpus corpus, string path, UpdateOptions options, CancellationToken cancellation)
    {
        await using var bar = new ProgressBar("Indexing");
        return await SqliteIndexer.UpdateAsync(path, corpus, options, bar, cancellation);
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
