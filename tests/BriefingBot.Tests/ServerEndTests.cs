using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using BriefingBot.Sqlite;

namespace BriefingBot.Tests;

public sealed class ServerEndTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public ServerEndTests() => _folder.File("c/lock.txt", "Lock closed\n\nThe lock at Kestrin was closed on Monday, the river authority said.");

    [Fact]
    public async Task No_feedback_that_was_acknowledged_is_lost_when_the_process_is_killed_under_load()
    {
        const int Enough = 30;
        ConcurrentBag<string> acknowledged = [];
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using (var server = await ServedProgram.StartAsync(_folder.Path, Cancellation))
        {
            var readers = Enumerable.Range(0, 8).Select(reader => RateAsync(server.Client, $"reader-{reader}", acknowledged, Enough, enough)).ToList();
            await Task.Delay(Timeout.Infinite, enough.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
            server.Process.Kill();
            await Task.WhenAll(readers);
        }

        Assert.True(acknowledged.Count >= Enough);
        await using var journal = SqliteJournal.Open(SqliteJournal.PathOf(Path.Combine(_folder.Path, "data")));
        var kept = "";
        await foreach (var entry in journal.ReadAllAsync("feedback/", Cancellation))
            kept += entry.Text;
        Assert.All(acknowledged, answer => Assert.Contains(answer, kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_to_end_it_gives_whole_answers_or_none_and_says_that_all_is_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs signals");
        using var server = await ServedProgram.StartAsync(_folder.Path, Cancellation);
        await AskAsync(server.Client, "warm");
        var asked = Enumerable.Range(0, 40).Select(reader => AskAsync(server.Client, $"reader-{reader}")).ToList();
        await Task.WhenAny(asked);

        using var signal = Process.Start("kill", ["-TERM", $"{server.Process.Id}"]);
        await signal.WaitForExitAsync(Cancellation);
        await server.Process.WaitForExitAsync(Cancellation);

        Assert.Equal(0, server.Process.ExitCode);
        foreach (var answer in asked)
        {
            // What it had not taken yet was refused; what it had taken is whole.
            if (await Record.ExceptionAsync(() => answer) is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
                Assert.Equal("answered", (await answer).GetProperty("reply").GetString());
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task RateAsync(HttpClient client, string reader, ConcurrentBag<string> acknowledged, int most, CancellationTokenSource enough)
    {
        try
        {
            while (true)
            {
                var answerId = (await AskAsync(client, reader)).GetProperty("id").GetString()!;
                using var response = await client.PostAsJsonAsync("/api/feedback", new { conversation = reader, answerId, rating = "up" }, CancellationToken.None);
                if (!response.IsSuccessStatusCode)
                    continue;
                acknowledged.Add(answerId);
                if (acknowledged.Count >= most)
                    await enough.CancelAsync();
            }
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException or JsonException)
        {
            // It is gone.
        }
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string conversation)
    {
        using var response = await client.PostAsJsonAsync("/api/ask", new { question = "Was the lock at Kestrin closed?", conversation }, CancellationToken.None);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
