using System.Diagnostics;
using System.Text.Json;

namespace BriefingBot.Benchmarks.Scale;

/// <summary>Makes a corpus of some size, indexes it, and asks questions of it.</summary>
internal static class ScaleBenchmark
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Run(string[] options)
    {
        switch (options)
        {
            case ["index", var folder, var index]:
                Console.WriteLine(JsonSerializer.Serialize(Indexing.Run(folder, index)));
                return 0;
            case ["ask", var index, var articles]:
                Console.WriteLine(JsonSerializer.Serialize(Asking.Run(index, int.Parse(articles))));
                return 0;
            case ["--articles", var articles] when int.TryParse(articles, out var count) && count > 0:
                return Run(count, json: null);
            case ["--articles", var articles, "--json", var json] when int.TryParse(articles, out var count) && count > 0:
                return Run(count, json);
            default:
                Console.Error.WriteLine("usage: scale --articles N [--json FILE]");
                return 2;
        }
    }

    private static int Run(int articles, string? json)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-scale-").FullName;
        try
        {
            var (corpus, index) = (Path.Combine(folder, "corpus"), Path.Combine(folder, "index.db"));
            var bytes = MadeCorpus.Write(corpus, articles);
            Console.WriteLine($"made {articles} articles, {bytes / 1e6:F0} MB");
            var indexing = Step<Indexing>("index", corpus, index);
            Console.WriteLine($"indexed {indexing.Passages} passages in {indexing.Seconds:F1} s ({indexing.CpuSeconds:F1} s of processor), {bytes / 1e6 / indexing.Seconds:F1} MB/s, peak {indexing.PeakMegabytes:F0} MB, index {indexing.IndexMegabytes:F0} MB");
            var asking = Step<Asking>("ask", index, articles.ToString());
            Console.WriteLine($"opened in {asking.OpenMilliseconds:F0} ms, resident {asking.ResidentMegabytes:F0} MB, peak {asking.PeakMegabytes:F0} MB, own article found {asking.FoundShare:P1}");
            Console.WriteLine($"{"ms",-8} {"p50",7} {"p90",7} {"p99",7} {"cpu",7}");
            foreach (var (name, latency) in ((string, Latency)[])[("search", asking.Search), ("ask", asking.Ask)])
                Console.WriteLine($"{name,-8} {latency.P50,7:F1} {latency.P90,7:F1} {latency.P99,7:F1} {latency.Cpu,7:F1}");
            if (json is not null)
                File.WriteAllText(json, JsonSerializer.Serialize(new { articles, megabytes = bytes / 1e6, megabytesPerSecond = bytes / 1e6 / indexing.Seconds, indexing, asking }, Indented));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs one step in a process of its own, which prints its result.</summary>
    private static T Step<T>(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["scale", .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<T>(output)! : throw new InvalidOperationException($"scale {arguments[0]} failed");
    }
}
