using System.Diagnostics;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

/// <summary>A process that indexes and kills itself, without warning, after a number of progress reports.</summary>
internal static class DoomedIndexer
{
    public const string Command = "index-and-die";

    public static async Task<int> RunAsync(string kind, string data, string corpus, int reports)
    {
        await IndexUnderTest.Of(kind).Indexer(data).UpdateAsync(new Corpus(corpus), Some.SmallBatches, new DeathAfter(reports));
        return 0;
    }

    /// <summary>Runs it and waits for its end.</summary>
    /// <returns>Whether it was killed before it was done.</returns>
    public static bool Kill(string kind, TestFolder folder, int reports)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "BriefingBot.Indexes.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        using var process = Process.Start(
            new ProcessStartInfo(program, [Command, kind, folder.DataPath, folder.CorpusPath, reports.ToString()]) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode != 0;
    }

    private sealed class DeathAfter(int reports) : IProgress<UpdateProgress>
    {
        private int _left = reports;

        public void Report(UpdateProgress value)
        {
            if (--_left == 0)
                Process.GetCurrentProcess().Kill();
        }
    }
}
