using System.Diagnostics;
using System.Text;

namespace BriefingBot.Tests;

/// <summary>What a run of the program gave.</summary>
internal sealed record CliRun(int Exit, string Out, string Err)
{
    /// <summary>Standard error, which must be a single line.</summary>
    public string OneLine => Assert.Single(Err.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Runs the built program as a user would, output to a file.</summary>
internal static class Cli
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The repository's top folder.</summary>
    public static string Top { get; } = FindTop();

    public static string Corpus => Path.Combine(Top, "corpus");

    /// <summary>Given to the host before the program.</summary>
    public static IReadOnlyList<string> HostArguments { get; set; } = [];

    public static CliRun Run(params string[] arguments) => RunIn(Top, null, arguments);

    public static CliRun RunIn(string folder, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[.. HostArguments, Path.Combine(AppContext.BaseDirectory, "briefingbot.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input ?? "");
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"briefingbot {string.Join(' ', arguments)} did not end within {Patience}");
        }

        return new CliRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static string FindTop()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run below the repository.");
    }
}

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-test-");

    public string Path => _folder.FullName;

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
