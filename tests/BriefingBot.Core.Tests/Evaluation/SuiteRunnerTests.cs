using BriefingBot.Answers;
using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class SuiteRunnerTests
{
    private static readonly IReadOnlyList<SuiteCase> Ten = [.. Enumerable.Range(0, 10).Select(i => Some.Case($"case-{i}", Some.Turn with { Text = $"{i}" }))];

    [Fact]
    public async Task A_case_that_throws_is_an_error_and_the_others_are_answered()
    {
        var results = await new SuiteRunner((turn, _, _) => turn.Text == "3" ? throw new InvalidOperationException("broken") : Task.FromResult(new Answered(new Turn(turn.Text, Some.Answer), [])))
            .RunAsync(Ten, 2, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Ten.Select(one => one.Id), results.Select(result => result.Id));
        Assert.Equal(["case-3"], results.Where(result => result.Turns[0].Runs[0].Error is not null).Select(result => result.Id));
        Assert.Equal("InvalidOperationException: broken", results[3].Turns[0].Runs[0].Error);
    }

    [Fact]
    public async Task A_cancelled_call_of_a_case_that_nobody_cancelled_is_an_error_of_that_case()
    {
        var results = await new SuiteRunner((_, _, _) => throw new TaskCanceledException("the model took too long")).RunAsync(Ten, 2, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(10, results.Count(result => result.Turns[0].Runs[0].Error is not null));
    }

    [Fact]
    public async Task A_run_that_is_ended_returns_the_cases_done_by_then()
    {
        using var end = new CancellationTokenSource();
        var results = await new SuiteRunner((turn, _, token) =>
        {
            if (turn.Text == "4")
            {
                end.Cancel();
            }

            token.ThrowIfCancellationRequested();
            return Task.FromResult(new Answered(new Turn(turn.Text, Some.Answer), []));
        }).RunAsync(Ten, 1, cancellation: end.Token);

        Assert.Equal(["case-0", "case-1", "case-2", "case-3"], results.Select(result => result.Id));
        Assert.False(new EvalReport("s", new Dictionary<string, string>(StringComparer.Ordinal), 1, Ten.Count, [], results).IsPassed);
    }

    [Fact]
    public async Task No_more_cases_than_the_bound_are_asked_at_once()
    {
        var (now, most) = (0, 0);
        using var both = new Barrier(2);
        await new SuiteRunner(async (turn, _, token) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            both.SignalAndWait(token);
            await Task.Yield();
            Interlocked.Decrement(ref now);
            return new Answered(new Turn(turn.Text, Some.Answer), []);
        }).RunAsync(Ten, 2, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task A_turn_is_asked_with_the_turns_before_it_as_they_were_understood()
    {
        List<string> earlier = [];
        await new SuiteRunner((turn, conversation, _) =>
        {
            earlier.Add(string.Join(", ", conversation.Turns.Select(past => past.Question)));
            return Task.FromResult(new Answered(new Turn(turn.Text + " in full", Some.Answer), []));
        }).RunAsync([Some.Case("talk", Some.Turn with { Text = "one" }, Some.Turn with { Text = "two" }, Some.Turn with { Text = "three" })], 1, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["", "one in full", "one in full, two in full"], earlier);
    }

    [Fact]
    public async Task A_repeated_case_is_a_new_conversation_each_time_and_shows_its_spread()
    {
        var asked = 0;
        var results = await new SuiteRunner((turn, conversation, _) =>
        {
            Assert.Empty(conversation.Turns);
            return Task.FromResult(new Answered(new Turn(turn.Text, asked++ == 0 ? Some.Answer : Some.NoAnswer), []));
        }).RunAsync([Some.Case("again", Some.Turn) with { Repeat = 2 }], 1, cancellation: TestContext.Current.CancellationToken);

        var status = Figures.Of(results, new Dictionary<string, double>(StringComparer.Ordinal)).Single(result => result.Name == "statusAccuracy");
        Assert.Equal((0.5, 1.0), (status.Value, status.Spread));
        Assert.False(results[0].IsPassed);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
