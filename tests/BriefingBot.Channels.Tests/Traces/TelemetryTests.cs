using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Channels.Tests.Traces;

public sealed class TelemetryTests
{
    private static readonly (string, string)[] Articles = [("lock.txt", "Lock closed\n\nThe lock at Kestrin was closed on Monday, the river authority said.")];

    [Fact]
    public async Task A_collector_gets_spans_and_counts_and_no_word_of_the_question()
    {
        var received = new ConcurrentBag<(string Path, string Body)>();
        await using var collector = Collector(received);
        await collector.StartAsync(Cancellation);

        await using (var server = await RunningServer.StartAsync(Articles, builder => builder.Configuration["Telemetry:Endpoint"] = collector.Urls.First()))
        {
            using var response = await server.Client.PostAsJsonAsync("/api/ask", new { question = "Was the lock at Kestrin closed?" }, Cancellation);
            response.EnsureSuccessStatusCode();
        }

        var (traces, metrics) = (Bodies(received, "/v1/traces"), Bodies(received, "/v1/metrics"));
        Assert.All(["question", "retrieval", "briefingbot.reply", "answered"], name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(["briefingbot.answers", "briefingbot.answer.duration"], name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.DoesNotContain("Kestrin", traces + metrics, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_collector_that_is_no_address_refuses_to_start()
    {
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => RunningServer.StartAsync(Articles, builder => builder.Configuration["Telemetry:Endpoint"] = "collector"));

        Assert.Contains("Telemetry:Endpoint", wrong.Message, StringComparison.Ordinal);
    }

    private static WebApplication Collector(ConcurrentBag<(string Path, string Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Add((http.Request.Path.Value!, Encoding.Latin1.GetString(body.ToArray())));
        });
        return collector;
    }

    private static string Bodies(ConcurrentBag<(string Path, string Body)> received, string path) =>
        string.Join('\n', received.Where(sent => sent.Path.Equals(path, StringComparison.Ordinal)).Select(sent => sent.Body));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
