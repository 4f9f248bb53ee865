using System.Diagnostics;
using BriefingBot.Articles;

namespace BriefingBot.Benchmarks.Scale;

/// <param name="Seconds">From files to searchable.</param>
/// <param name="CpuSeconds">Over all cores; of the process, not of a server.</param>
/// <param name="PeakMegabytes">Of the process.</param>
/// <param name="IndexMegabytes">With the articles that are stored.</param>
/// <param name="Articles">How many were indexed.</param>
/// <param name="Passages">How many they have.</param>
internal sealed record Indexing(double Seconds, double CpuSeconds, double PeakMegabytes, double IndexMegabytes, int Articles, int Passages)
{
    /// <summary>In a process of its own, so that the peak is its own.</summary>
    public static Indexing Run(string kind, string folder, string corpus)
    {
        var clock = Stopwatch.StartNew();
        var indexer = BuiltIndexes.Indexer(kind, folder);
        var outcome = indexer.UpdateAsync(new Corpus(corpus)).GetAwaiter().GetResult();
        var seconds = clock.Elapsed.TotalSeconds;
        var cpuSeconds = Environment.CpuUsage.TotalTime.TotalSeconds;
        if (outcome.Problems.Count > 0)
            throw new InvalidDataException(outcome.Problems[0]);

        using var process = Process.GetCurrentProcess();
        using var opened = indexer.Open();
        return new Indexing(
            seconds, cpuSeconds, process.PeakWorkingSet64 / 1e6, BuiltIndexes.LengthInBytes(kind, folder) / 1e6, opened.Extent.Articles, opened.Extent.Passages);
    }
}
