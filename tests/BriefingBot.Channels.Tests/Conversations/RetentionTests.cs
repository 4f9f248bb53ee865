using BriefingBot.Channels.Conversations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.Conversations;

public sealed class RetentionTests
{
    private static readonly string[] Streams = ["conversation/api/1", "feedback/api/1", "key/1"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(30, 29, 1)]
    [InlineData(30, 31, 0)]
    [InlineData(0, 10_000, 1)]
    public async Task What_was_asked_is_forgotten_so_many_days_after_the_last_question(int days, int later, int left)
    {
        var journal = new MemoryJournal();
        foreach (var stream in Streams)
            await journal.AppendAsync(stream, "{}", Cancellation);
        using var sweep = new RetentionSweep(journal, Options.Create(new RetentionOptions { Days = days }), new MovedClock { Ahead = TimeSpan.FromDays(later) }, NullLogger<RetentionSweep>.Instance);

        await sweep.SweepAsync(Cancellation);

        Assert.Equal(left, await journal.ReadAllAsync("conversation/", Cancellation).CountAsync(Cancellation));
        Assert.Equal(left, await journal.ReadAllAsync("feedback/", Cancellation).CountAsync(Cancellation));
        Assert.Equal(1, await journal.ReadAllAsync("key/", Cancellation).CountAsync(Cancellation));
    }

    [Theory]
    [InlineData(365, 1, 2)]
    [InlineData(365, 3, 0)]
    [InlineData(0, 3, 0)]
    public async Task Which_turns_were_answered_is_forgotten_after_two_days(int days, int later, int left)
    {
        var journal = new MemoryJournal();
        await journal.AppendAsync("answered/1", "{}", Cancellation);
        await journal.AppendAsync("pending/2/0", "{}", Cancellation);
        using var sweep = new RetentionSweep(journal, Options.Create(new RetentionOptions { Days = days }), new MovedClock { Ahead = TimeSpan.FromDays(later) }, NullLogger<RetentionSweep>.Instance);

        await sweep.SweepAsync(Cancellation);

        Assert.Equal(left, await journal.ReadAllAsync("", Cancellation).CountAsync(Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_forgets_while_it_runs()
    {
        var clock = new MovedClock();
        await using var server = await RunningServer.StartAsync(Rest.Articles, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await server.PostAsync("/api/ask", new { question = "Was the lock at Kestrin closed?", conversation = "c" });

        clock.Ahead = TimeSpan.FromDays(366);
        while ((await server.GetAsync("/api/conversations/c")).GetProperty("turns").GetArrayLength() > 0)
            clock.Fire();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("40000")]
    public async Task A_retention_that_cannot_be_is_refused_at_the_start_with_one_line(string days)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningServer.StartAsync(Rest.Articles, builder => builder.Configuration.AddInMemoryCollection([new("Retention:Days", days)])));

        Assert.Contains("Retention:Days: write a number of days", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_is_kept_unless_something_else_is_set() => Assert.Equal(365, new RetentionOptions().Days);
}
