using System.Diagnostics;
using BriefingBot.Benchmarks.Scale;

namespace BriefingBot.Benchmarks.Load;

/// <summary>Serves a made corpus by the real program and holds many conversations with it at once, over HTTP on loopback.</summary>
internal static class LoadBenchmark
{
    private const int Articles = 10_000;
    private const int Conversations = 200;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(60);

    // Who talks for minutes reads the answers too.
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(5);

    public static int Run(string[] options)
    {
        if (options is ["--half-open", var given] && int.TryParse(given, out var clients) && clients > 0)
            return InFolder(folder => HalfOpenAsync(folder, clients));
        if (Duration(options) is not var (duration, pause))
        {
            Console.Error.WriteLine("usage: load [--seconds N | --minutes N | --half-open N]");
            return 2;
        }

        return InFolder(folder => RunAsync(folder, duration, pause));
    }

    private static int InFolder(Func<string, Task> run)
    {
        var folder = Directory.CreateTempSubdirectory("briefingbot-load-").FullName;
        try
        {
            run(folder).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (TimeSpan Duration, TimeSpan Pause)? Duration(string[] options) => options switch
    {
        [] => (Default, TimeSpan.Zero),
        ["--seconds", var given] when int.TryParse(given, out var seconds) && seconds > 0 => (TimeSpan.FromSeconds(seconds), TimeSpan.Zero),
        ["--minutes", var given] when int.TryParse(given, out var minutes) && minutes > 0 => (TimeSpan.FromMinutes(minutes), Reading),
        _ => null,
    };

    private static async Task RunAsync(string folder, TimeSpan duration, TimeSpan pause)
    {
        var corpus = Path.Combine(folder, "corpus");
        var megabytes = MadeCorpus.Write(corpus, Articles) / 1e6;
        Console.WriteLine($"made {Articles} articles, {megabytes:F0} MB");
        using var server = await ServedCorpus.StartAsync(corpus, Path.Combine(folder, "data"));
        await new LoadRun(server.Url, Articles, Conversations, TimeSpan.Zero).RunAsync(WarmUp);

        var (cpu, start) = (server.Process.TotalProcessorTime, server.Megabytes);
        var clock = Stopwatch.StartNew();
        var run = new LoadRun(server.Url, Articles, Conversations, pause);
        using var stop = new CancellationTokenSource();
        var watching = WatchAsync(server, clock, stop.Token);
        await run.RunAsync(duration);
        await stop.CancelAsync();
        await watching;
        Report(run, clock.Elapsed, server.Process.TotalProcessorTime - cpu, start, server.Megabytes);
    }

    private static async Task HalfOpenAsync(string folder, int clients)
    {
        var corpus = Path.Combine(folder, "corpus");
        MadeCorpus.Write(corpus, articles: 100);
        using var server = await ServedCorpus.StartAsync(corpus, Path.Combine(folder, "data"));
        var start = server.Megabytes;
        var flood = new HalfOpenRun(server.Url, clients);
        await flood.RunAsync();
        Console.WriteLine($"{clients} half-open requests: {flood.Refused} closed at once, {flood.TimedOut} told 408, {flood.Left} left open; the last was closed after {flood.Longest.TotalSeconds:F0} s");
        var after = new LoadRun(server.Url, articles: 100, conversations: 1, TimeSpan.Zero);
        await after.RunAsync(WarmUp);
        Console.WriteLine($"then {after.Milliseconds.Count} answers in {WarmUp.TotalSeconds:F0} s, {after.Errors.Count} errors; memory {start:F0} MB before, {server.Megabytes:F0} MB after");
    }

    private static async Task WatchAsync(ServedCorpus server, Stopwatch clock, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30));
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                Console.WriteLine($"{clock.Elapsed:mm\\:ss}  {server.Megabytes:F0} MB");
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private static void Report(LoadRun run, TimeSpan elapsed, TimeSpan cpu, double start, double end)
    {
        var latency = run.Milliseconds.Order().ToList();
        Console.WriteLine($"{Conversations} conversations, {elapsed.TotalSeconds:F0} s: {latency.Count} answers, {latency.Count / elapsed.TotalSeconds:F0} a second, {run.Errors.Count} errors");
        Console.WriteLine($"p50 {At(.50):F0} ms, p90 {At(.90):F0} ms, p99 {At(.99):F0} ms, longest {At(1):F0} ms; {cpu.TotalMilliseconds / latency.Count:F1} ms of the server's processor time an answer, {cpu / elapsed:F2} processors");
        Console.WriteLine($"memory of the server: {start:F0} MB at the start, {end:F0} MB at the end");
        foreach (var error in run.Errors.GroupBy(error => error, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Take(5))
            Console.WriteLine($"{error.Count()} times: {error.Key}");

        double At(double share) => latency.Count == 0 ? double.NaN : latency[(int)(share * (latency.Count - 1))];
    }
}
