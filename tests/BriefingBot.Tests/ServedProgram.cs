using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BriefingBot.Tests;

/// <summary>The built program as it serves, in a process of its own.</summary>
internal sealed partial class ServedProgram : IDisposable
{
    private ServedProgram(Process process, HttpClient client) => (Process, Client) = (process, client);

    public Process Process { get; }

    public HttpClient Client { get; }

    /// <summary>Returns once it says where it listens; the port is one that was free.</summary>
    /// <param name="folder">With the articles in c.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="database">The connection string of the server that nodes share; null for files.</param>
    public static async Task<ServedProgram> StartAsync(string folder, CancellationToken cancellation, string? database = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[.. Cli.HostArguments, Path.Combine(AppContext.BaseDirectory, "briefingbot.dll"), "serve", "--corpus", "c", "--data", "data", "--index", database is null ? "sqlite" : "postgres", "--urls", "http://127.0.0.1:0"])
            start.ArgumentList.Add(argument);
        start.Environment["BRIEFINGBOT_Postgres__ConnectionString"] = database;

        var process = Process.Start(start)!;
        var said = "";
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            said += line;
            if (Address.Match(said) is { Success: true } address)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new ServedProgram(process, new HttpClient { BaseAddress = new Uri(address.Value) });
            }
        }

        throw new InvalidOperationException($"It does not serve: {said} {await process.StandardError.ReadToEndAsync(cancellation)}");
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!Process.HasExited)
            Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address { get; }
}
