using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using BriefingBot.Benchmarks.Scale;

namespace BriefingBot.Benchmarks.Load;

/// <summary>Conversations that each ask, wait for the answer, and ask again.</summary>
/// <param name="pause">Between an answer and the next question, on average.</param>
internal sealed class LoadRun(Uri url, int articles, int conversations, TimeSpan pause)
{
    private const int TurnsOfConversation = 6;

    /// <summary>Of each answer.</summary>
    public ConcurrentBag<double> Milliseconds { get; } = [];

    public ConcurrentBag<string> Errors { get; } = [];

    public async Task RunAsync(TimeSpan duration)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = conversations };
        using var client = new HttpClient(handler) { BaseAddress = url };
        using var over = new CancellationTokenSource(duration);
        await Task.WhenAll(Enumerable.Range(0, conversations).Select(number => ConverseAsync(client, number, over.Token)));
    }

    private async Task ConverseAsync(HttpClient client, int number, CancellationToken over)
    {
        await Task.Yield();
        var random = new Random(number);
        for (var turn = 0; !over.IsCancellationRequested; turn++)
        {
            var question = new MadeArticle(random.Next(articles)).Question();
            await AskAsync(client, new { question, conversation = $"{number}-{turn / TurnsOfConversation}" });
            await Task.Delay(pause * random.NextDouble() * 2, CancellationToken.None);
        }
    }

    // What was asked before the time was over is waited for: an answer that never comes is an error, not a gap.
    private async Task AskAsync(HttpClient client, object ask)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var response = await client.PostAsJsonAsync("/api/ask", ask);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            if (response.IsSuccessStatusCode && answer.GetProperty("reply").GetString() is not null)
                Milliseconds.Add(clock.Elapsed.TotalMilliseconds);
            else
                Errors.Add($"{(int)response.StatusCode} {answer}");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException)
        {
            Errors.Add(failure.Message);
        }
    }
}
