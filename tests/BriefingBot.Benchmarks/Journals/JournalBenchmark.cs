using System.Diagnostics;
using BriefingBot.Answers;
using BriefingBot.Sqlite;

namespace BriefingBot.Benchmarks.Journals;

/// <summary>What it costs to keep conversations: many write at once, then everything is read back.</summary>
internal static class JournalBenchmark
{
    private const int Writers = 64;
    private const int EntriesPerStream = 10;
    private const int EntryInChars = 4_000; // an answer with its quotes

    public static int Run(string[] options)
    {
        if (options is not ["--entries", var count] || !int.TryParse(count, out var entries) || entries < Writers)
        {
            Console.Error.WriteLine($"usage: journal --entries N, from {Writers}");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("briefingbot-journal-").FullName;
        try
        {
            var path = SqliteJournal.PathOf(folder);
            MeasureAsync("sqlite", () => SqliteJournal.Open(path), entries).GetAwaiter().GetResult();
            Console.WriteLine($"sqlite: {new FileInfo(path).Length / 1e6:F0} MB on disk");
            if (BuiltPostgres.IsThere)
                MeasureAsync("postgres", () => BuiltPostgres.Journal(folder), entries).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string kind, Func<IJournal> open, int entries)
    {
        await using var journal = open();
        await MeasureAsync(kind, "appended", entries, () => AppendAsync(journal, entries));
        await MeasureAsync(kind, "read back", entries, () => ReadAsync(journal));
        await MeasureAsync(kind, "forgotten", entries, () => journal.ForgetAsync("talk/", DateTimeOffset.MaxValue));
    }

    private static async Task<int> AppendAsync(IJournal journal, int entries)
    {
        var next = 0;
        List<double>[] waits = [.. Enumerable.Range(0, Writers).Select(_ => new List<double>())];
        await Task.WhenAll(waits.Select(own => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i <= entries; i = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                await journal.AppendAsync($"talk/{i / EntriesPerStream}", $"{i} {new string('x', EntryInChars)}");
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        })));

        double[] all = [.. waits.SelectMany(own => own).Order()];
        Console.WriteLine($"one append, {Writers} at a time: p50 {all[all.Length / 2]:F1} ms, p99 {all[all.Length * 99 / 100]:F1} ms");
        return all.Length;
    }

    private static async Task<int> ReadAsync(IJournal journal)
    {
        var read = 0;
        await foreach (var _ in journal.ReadAllAsync("talk/"))
            read++;
        return read;
    }

    private static async Task MeasureAsync(string kind, string what, int entries, Func<Task<int>> run)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var done = await run();
        var seconds = clock.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            $"{kind}: {what} {done:N0} in {seconds:F1} s, {entries / seconds:N0} entries a second, {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / entries:F3} ms of processor each, peak {process.PeakWorkingSet64 / 1e6:F0} MB");
    }
}
