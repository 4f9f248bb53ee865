using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Feedbacks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.RealClients;

public sealed class DirectLineClientTests
{
    private static readonly (string, string)[] Articles =
    [
        ("lock.md", "---\ntitle: Lock at Kestrin closed\noutlet: Kestrin Courier\ndate: 2024-05-06\nurl: https://courier.example/lock\n---\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said."),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Botframework_directlinejs_asks_is_answered_and_rates(bool overSocket)
    {
        NodeClients.SkipWithout("botframework-directlinejs");
        NodeClients.SkipWithout("xhr2");
        await using var server = await RunningServer.StartAsync(Articles, builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DirectLine:Enabled"] = "true" }));

        using var client = NodeClients.Start([Path.Combine(AppContext.BaseDirectory, "RealClients", "directline.mjs"), NodeClients.PathOf(""), $"{server.Client.BaseAddress}v3/directline", overSocket ? "true" : "false"]);
        var errors = client.StandardError.ReadToEndAsync(Cancellation);
        List<JsonElement> seen = [];
        while (await client.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.StartsWith('{'))
                seen.Add(JsonElement.Parse(line));
        }

        await client.WaitForExitAsync(Cancellation);
        Assert.True(client.ExitCode == 0, await errors);
        var activities = seen.Where(line => line.TryGetProperty("activity", out _)).Select(line => line.GetProperty("activity")).ToList();
        var posted = seen.Single(line => line.TryGetProperty("posted", out _)).GetProperty("posted").GetString();
        var echo = activities.Single(activity => activity.TryGetProperty("channelData", out var data) && data.TryGetProperty("clientActivityID", out _));
        var answer = activities.Single(activity => activity.GetProperty("type").GetString() == "message" && activity.TryGetProperty("entities", out _));
        Assert.Equal((posted, "reader-1"), (echo.GetProperty("id").GetString(), echo.GetProperty("from").GetProperty("id").GetString()));
        Assert.Contains("The lock at Kestrin was closed on Monday", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(overSocket, activities.Exists(activity => activity.GetProperty("type").GetString() == "typing"));
        var kept = Assert.Single(await server.Services.GetRequiredService<IJournal>().ReadAllAsync(FeedbackLog.Prefix, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(FeedbackRating.Up, KeptFeedback.Read(kept).Rating);
    }
}
