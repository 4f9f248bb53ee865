using BriefingBot.Evaluation;

namespace BriefingBot.Terminal;

/// <summary>A bar over the cases of a suite.</summary>
internal sealed class CaseProgress(ProgressBar bar, int cases) : IProgress<CaseResult>
{
    private int _done;
    private int _failed;

    public void Report(CaseResult value)
    {
        var failed = value.IsPassed || value.IsKnownFailure ? Volatile.Read(ref _failed) : Interlocked.Increment(ref _failed);
        var done = Interlocked.Increment(ref _done);
        bar.Draw((double)done / cases, $"{done:N0} of {cases:N0} cases, {failed:N0} failed");
    }
}
