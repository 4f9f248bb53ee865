using BriefingBot.Channels.Bots;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.Bots;

public sealed class PendingTurnsTests
{
    [Fact]
    public async Task Turns_of_one_conversation_are_answered_one_after_another()
    {
        using var queue = Queue();
        List<string> order = [];
        var first = new TaskCompletionSource();
        Assert.True(queue.TryTake("a", async _ =>
        {
            await first.Task;
            order.Add("first");
        }));
        Assert.True(queue.TryTake("a", _ =>
        {
            order.Add("second");
            return Task.CompletedTask;
        }));
        var other = new TaskCompletionSource();
        Assert.True(queue.TryTake("b", _ =>
        {
            other.SetResult();
            return Task.CompletedTask;
        }));

        await other.Task.WaitAsync(TestContext.Current.CancellationToken);
        first.SetResult();
        await queue.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["first", "second"], order);
    }

    [Fact]
    public async Task A_turn_too_many_is_not_taken()
    {
        using var queue = Queue(mostWaiting: 1);
        var end = new TaskCompletionSource();
        Assert.True(queue.TryTake("a", _ => end.Task));

        Assert.False(queue.TryTake("b", _ => Task.CompletedTask));
        end.SetResult();
        await queue.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_turn_that_fails_ends_no_other()
    {
        using var queue = Queue();
        var answered = false;
        queue.TryTake("a", _ => throw new InvalidOperationException("no"));
        queue.TryTake("a", _ =>
        {
            answered = true;
            return Task.CompletedTask;
        });

        await queue.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(answered);
    }

    private static PendingTurns Queue(int mostWaiting = 10) =>
        new(Options.Create(new PendingTurnsOptions { MostWaiting = mostWaiting }), NullLogger<PendingTurns>.Instance);
}
