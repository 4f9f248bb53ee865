using System.Collections.Concurrent;
using BriefingBot.Answers;

namespace BriefingBot.Evaluation;

/// <summary>Asks the questions of a suite. No case stops the run: what goes wrong with one is its result.</summary>
/// <param name="isTimed">Whether times are kept: those of replayed answers mean nothing, and would make no two reports alike.</param>
public sealed class SuiteRunner(TurnAnswerer answer, bool isTimed = true)
{
    /// <param name="parallel">How many cases at once, from 1.</param>
    /// <param name="progress">Told after each case, from any thread.</param>
    /// <param name="cancellation">Ends the run; the cases done by then are returned.</param>
    /// <returns>In the order of the cases. No quote is compared with the corpus yet: <see cref="Verbatim"/>.</returns>
    public async Task<IReadOnlyList<CaseResult>> RunAsync(
        IReadOnlyList<SuiteCase> cases, int parallel, IProgress<CaseResult>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ConcurrentDictionary<int, CaseResult> done = new();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, cases.Count), options, async (i, token) =>
            {
                done[i] = await RunAsync(cases[i], token);
                progress?.Report(done[i]);
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The report of what is done says how many cases are missing.
        }

        return [.. done.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    private async Task<CaseResult> RunAsync(SuiteCase one, CancellationToken cancellation)
    {
        List<Given>[] given = [.. one.Turns.Select(_ => new List<Given>())];
        for (var repetition = 0; repetition < one.Repeat; repetition++)
        {
            var conversation = Conversation.Empty;
            Repetition.Number = repetition;
            foreach (var (turn, i) in one.Turns.Select((turn, i) => (turn, i)))
            {
                (var answered, conversation) = await RunAsync(turn, conversation, cancellation);
                given[i].Add(answered);
            }
        }

        return new CaseResult(one.Id, one.Tags, [.. one.Turns.Select((turn, i) => new TurnResult(turn, given[i]))]);
    }

    private async Task<(Given Given, Conversation Conversation)> RunAsync(SuiteTurn turn, Conversation earlier, CancellationToken cancellation)
    {
        try
        {
            var answered = await answer(turn, earlier, cancellation);
            return (AnswerReading.Read(turn, answered, isTimed), earlier.With(answered.Turn));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            return (new Given { Status = null, StatusReason = "", Text = "", Error = $"{failure.GetType().Name}: {failure.Message}" }, earlier);
        }
    }
}
