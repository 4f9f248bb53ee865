using System.Diagnostics;
using BriefingBot.Articles;

namespace BriefingBot.Postgres.Tests;

/// <summary>A process of its own that indexes a corpus.</summary>
internal sealed class Node : IDisposable
{
    public const string Command = "index";

    private readonly Process _process;

    private Node(Process process) => _process = process;

    public static async Task<int> RunAsync(string connectionString, string name, string corpus)
    {
        await new PostgresIndexer(new PostgresOptions { ConnectionString = connectionString }, name).UpdateAsync(new Corpus(corpus), Some.SmallBatches);
        return 0;
    }

    /// <param name="name">What the server shows of it.</param>
    /// <param name="database">Its connection string.</param>
    /// <param name="corpus">The name of the corpus on the server.</param>
    /// <param name="path">Where this node holds it.</param>
    public static Node Start(string name, string database, string corpus, string path)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "BriefingBot.Postgres.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return new Node(Process.Start(new ProcessStartInfo(program, [Command, $"{database};Application Name={name}", corpus, path]) { UseShellExecute = false })!);
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>At once, without a chance to say so to the server: kill -9.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <returns>Its exit status.</returns>
    public int WaitForEnd()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();
}
