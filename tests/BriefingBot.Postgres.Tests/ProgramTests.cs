using System.Diagnostics;
using Npgsql;

namespace BriefingBot.Postgres.Tests;

/// <summary>The program itself, with its settings from the environment.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task A_node_answers_from_what_another_has_indexed_at_another_path()
    {
        var database = TestServer.NewDatabase();
        using var corpus = new TestCorpus(database);
        corpus.Write("a.txt", "Bridge closed\n\nThe bridge at Tarnholm was closed on Monday, the mayor of Tarnholm said.\n");
        using var copy = corpus.Copy();

        var indexed = await RunAsync(database, "index", "--index", "postgres", "--corpus", corpus.Path);
        var again = await RunAsync(database, "index", "--index", "postgres", "--corpus", copy.Path);
        var found = await RunAsync(database, "search", "Tarnholm bridge", "--index", "postgres", "--corpus", copy.Path);

        Assert.StartsWith("1 new, 0 changed", indexed.Out, StringComparison.Ordinal);
        Assert.StartsWith("0 new, 0 changed, 0 moved, 0 deleted, 1 unchanged", again.Out, StringComparison.Ordinal);
        Assert.Contains("a.txt", found.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_user_is_one_line_and_no_secret()
    {
        const string Secret = "not-the-password-42";
        using var corpus = new TestCorpus("");
        corpus.WriteLines("wire.jsonl", Some.Line(1));
        var wrong = new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Password = Secret }.ConnectionString;

        var run = await RunAsync(wrong, "ask", "Was the bridge closed?", "--index", "postgres", "--corpus", corpus.Path);

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("briefingbot: PostgreSQL refuses the user", Assert.Single(run.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Out + run.Err, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Out, string Err)> RunAsync(string database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "briefingbot.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BRIEFINGBOT_Postgres__ConnectionString"] = database, ["BRIEFINGBOT_Postgres__Corpus"] = TestCorpus.Name },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
