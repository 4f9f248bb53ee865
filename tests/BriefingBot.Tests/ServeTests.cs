using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace BriefingBot.Tests;

/// <summary>The server as a process of its own.</summary>
public sealed partial class ServeTests
{
    [Fact]
    public async Task What_was_answered_before_the_server_was_killed_is_there_when_it_runs_again()
    {
        using var data = new TestFolder();
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        string id;
        using (var server = Start(data.Path))
        {
            var asked = await client.PostAsJsonAsync(
                new Uri(await UrlAsync(server), "/api/ask"), new { question = "How many people died at the Kestrin lock?", conversation = "mine" }, Cancellation);
            id = JsonOf(await asked.Content.ReadAsStringAsync(Cancellation), "id");
            server.Kill();
            await server.WaitForExitAsync(Cancellation);
        }

        using var again = Start(data.Path);
        var turns = await client.GetStringAsync(new Uri(await UrlAsync(again), "/api/conversations/mine"), Cancellation);
        again.Kill();
        await again.WaitForExitAsync(Cancellation);

        Assert.Contains(id, turns, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_be_kept_it_does_not_start_and_says_so_in_one_line()
    {
        using var folder = new TestFolder();
        var file = folder.File("taken", "");

        var run = Cli.Run("serve", "--urls", "http://127.0.0.1:0", "--index", "sqlite", "--data", Path.Combine(file, "data"));

        Assert.Equal(2, run.Exit);
        Assert.Contains("journal.db cannot be written", run.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_it_cannot_listen_it_says_so_in_one_line_and_nothing_else()
    {
        using var data = new TestFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = Cli.Run("serve", "--urls", $"http://{taken.LocalEndpoint}", "--corpus", Cli.Corpus, "--index", "sqlite", "--data", data.Path);

        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"briefingbot: --urls http://{taken.LocalEndpoint}: cannot listen there", run.OneLine, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Process Start(string data) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "briefingbot.dll"), "serve", "--urls", "http://127.0.0.1:0", "--corpus", Cli.Corpus, "--data", data, "--index", "sqlite"])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
    })!;

    private static async Task<Uri> UrlAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (Url.Match(line) is { Success: true } found)
                return new Uri(found.Value);
        }

        throw new InvalidOperationException("The server did not start.");
    }

    private static string JsonOf(string json, string name) => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty(name).GetString()!;

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Url { get; }
}
