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
            case ["index", var kind, var folder, var corpus]:
                Console.WriteLine(JsonSerializer.Serialize(Indexing.Run(kind, folder, corpus)));
                return 0;
            case ["ask", var kind, var folder, var articles]:
                Console.WriteLine(JsonSerializer.Serialize(Asking.Run(kind, folder, int.Parse(articles))));
                return 0;
            case ["--articles", var articles, .. var rest] when int.TryParse(articles, out var count) && count > 0 && Choice(rest) is var (kinds, json):
                return Run(count, kinds, json);
            default:
                Console.Error.WriteLine($"usage: scale --articles N [--index {string.Join('|', BuiltIndexes.Kinds)}] [--json FILE]");
                return 2;
        }
    }

    private static (IReadOnlyList<string> Kinds, string? Json)? Choice(string[] options) => options switch
    {
        [] => (BuiltIndexes.Kinds, null),
        ["--json", var json] => (BuiltIndexes.Kinds, json),
        ["--index", var kind] when BuiltIndexes.Kinds.Contains(kind) => ([kind], null),
        ["--index", var kind, "--json", var json] when BuiltIndexes.Kinds.Contains(kind) => ([kind], json),
        _ => null,
    };

    private static int Run(int articles, IReadOnlyList<string> kinds, string? json)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-scale-").FullName;
        try
        {
            var corpus = Path.Combine(folder, "corpus");
            var megabytes = MadeCorpus.Write(corpus, articles) / 1e6;
            Console.WriteLine($"made {articles} articles, {megabytes:F0} MB");
            var results = kinds.Select(kind => Measure(kind, Path.Combine(folder, kind), corpus, articles, megabytes)).ToList();
            if (json is not null)
                File.WriteAllText(json, JsonSerializer.Serialize(new { articles, megabytes, results }, Indented));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static object Measure(string kind, string folder, string corpus, int articles, double megabytes)
    {
        var indexing = Step<Indexing>("index", kind, folder, corpus);
        var megabytesPerSecond = megabytes / indexing.Seconds;
        Console.WriteLine($"{kind}: indexed {indexing.Passages} passages in {indexing.Seconds:F1} s ({indexing.CpuSeconds:F1} s of processor), {megabytesPerSecond:F1} MB/s, peak {indexing.PeakMegabytes:F0} MB, index {indexing.IndexMegabytes:F0} MB");
        var asking = Step<Asking>("ask", kind, folder, articles.ToString());
        Console.WriteLine($"{kind}: opened in {asking.OpenMilliseconds:F0} ms, resident {asking.ResidentMegabytes:F0} MB, peak {asking.PeakMegabytes:F0} MB, own article found {asking.FoundShare:P1}");
        Console.WriteLine($"{"ms",-8} {"p50",7} {"p90",7} {"p99",7} {"cpu",7}");
        foreach (var (name, latency) in ((string, Latency)[])[("search", asking.Search), ("filtered", asking.Filtered), ("list", asking.Listed), ("ask", asking.Ask)])
            Console.WriteLine($"{name,-8} {latency.P50,7:F1} {latency.P90,7:F1} {latency.P99,7:F1} {latency.Cpu,7:F1}");
        BuiltIndexes.Remove(kind, folder);
        return new { kind, megabytesPerSecond, indexing, asking };
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
