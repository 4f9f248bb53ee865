using System.Text.Json;
using BriefingBot.Answers;
#if STANDARD
using BriefingBot.BotBuilder;
#endif
using BriefingBot.Channels.Feedbacks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Channels.Tests.RealClients;

public sealed class PlaygroundTests
{
    private static readonly (string, string)[] Articles =
    [
        ("lock.md", "---\ntitle: Lock at Kestrin closed\noutlet: Kestrin Courier\ndate: 2024-05-06\nurl: https://courier.example/lock\n---\nThe lock at Kestrin was closed on Monday after a gate broke, the river authority said.\n\n“The gate will be replaced in spring,” said Odile Frahm, who heads the authority."),
        ("weir.md", "---\ntitle: Weir\noutlet: Velmora Post\ndate: 2024-05-07\n---\nThe weir at Kestrin was not closed on Monday, the harbour master Piet Anders said."),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("own")]
#if STANDARD
    [InlineData("botbuilder")]
#endif
    public async Task In_the_Agents_Playground_readers_are_greeted_answered_followed_and_heard(string endpoint)
    {
        NodeClients.SkipWithout(Playground.Package);
        await using var server = await RunningServer.StartAsync(Articles, builder =>
        {
            builder.Environment.EnvironmentName = "Development";
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Bot:Enabled"] = "true", ["Bot:Endpoint"] = endpoint });
#if STANDARD
            builder.Services.AddBotBuilder();
#endif
        });
        await using var playground = await Playground.StartAsync(server.Client.BaseAddress!, Cancellation);

        await playground.InstallAsync(Cancellation);
        await playground.MessageAsync(message => Text(message).Contains("I am BriefingBot", StringComparison.Ordinal), Cancellation);

        await playground.SayAsync(playground.Personal, "Was the lock at Kestrin closed on Monday?", Cancellation);
        var begun = await playground.MessageAsync(message => StreamOf(message) == "informative", Cancellation);
        var answer = await playground.MessageAsync(IsAnswer, Cancellation);
        Assert.Equal(begun.GetProperty("messageId").GetString(), answer.GetProperty("messageId").GetString());
        Assert.Contains("The lock at Kestrin was closed on Monday", Text(answer), StringComparison.Ordinal);
        Assert.True(answer.GetProperty("feedbackLoopEnabled").GetBoolean());
        Assert.Equal(1, answer.GetProperty("aiEntity").GetProperty("citation")[0].GetProperty("position").GetInt32());

        await playground.SayAsync(playground.Personal, "Was the weir closed?", Cancellation);
        Assert.Contains("weir", Text(await playground.MessageAsync(IsAnswer, Cancellation)), StringComparison.Ordinal);

        await playground.RateAsync(answer.GetProperty("messageId").GetString()!, "like", Cancellation);
        var kept = Assert.Single(await server.Services.GetRequiredService<IJournal>().ReadAllAsync(FeedbackLog.Prefix, Cancellation).ToListAsync(Cancellation));
        Assert.Equal((FeedbackRating.Up, "well said"), (KeptFeedback.Read(kept).Rating, KeptFeedback.Read(kept).Comment));

        await playground.MentionAsync(playground.Channel, "Was the lock at Kestrin closed on Monday?", Cancellation);
        await playground.MessageAsync(message => StreamOf(message) is null && Text(message).Contains("The lock at Kestrin was closed on Monday", StringComparison.Ordinal), Cancellation);
    }

    // The card comes as a message of its own there.
    private static bool IsAnswer(JsonElement message) => StreamOf(message) == "final" && Text(message).Length > 0;

    private static string Text(JsonElement message) => message.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";

    private static string? StreamOf(JsonElement message) =>
        message.TryGetProperty("streamEntity", out var stream) && stream.ValueKind == JsonValueKind.Object ? stream.GetProperty("streamType").GetString() : null;
}
