using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Benchmarks.Load;

/// <summary>The program, serving a corpus on a free port of loopback in a process of its own.</summary>
internal sealed class ServedCorpus : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private ServedCorpus(Process process, Uri url) => (Process, Url) = (process, url);

    public Process Process { get; }

    public Uri Url { get; }

    /// <summary>Of memory that it holds.</summary>
    public double Megabytes
    {
        get
        {
            Process.Refresh();
            return Process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Returns once questions are answered.</summary>
    public static async Task<ServedCorpus> StartAsync(string corpus, string data)
    {
        // In a process of its own: what indexing takes of memory is not what serving takes.
        using (var indexing = Start("index", "--corpus", corpus, "--data", data))
            await indexing.WaitForExitAsync();
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var served = new ServedCorpus(Start("serve", "--corpus", corpus, "--data", data, "--model", "none", "--urls", url.OriginalString), url);
        using var client = new HttpClient { BaseAddress = url };
        var clock = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            if (served.Process.HasExited || clock.Elapsed > Patience)
                throw new InvalidOperationException("the server did not start");
            await Task.Delay(100);
        }

        Console.WriteLine($"ready after {clock.Elapsed.TotalSeconds:F1} s");
        return served;
    }

    public void Dispose()
    {
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "briefingbot.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
