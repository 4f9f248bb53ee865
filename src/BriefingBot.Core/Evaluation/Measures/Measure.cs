namespace BriefingBot.Evaluation;

/// <summary>A part of a share: <paramref name="Sum"/> of <paramref name="Of"/>.</summary>
public readonly record struct Share(double Sum, double Of)
{
    public static Share None => default;

    public static Share Whether(bool isSo) => new(isSo ? 1 : 0, 1);

    public static Share operator +(Share left, Share right) => new(left.Sum + right.Sum, left.Of + right.Of);

    public static Share Add(Share left, Share right) => left + right;

    /// <summary>Null where there is nothing to share.</summary>
    public double? Value => Of > 0 ? Sum / Of : null;
}

/// <summary>A figure computed from the answers of a run.</summary>
/// <param name="Name">As thresholds and the JSON write it.</param>
/// <param name="Label">As a table shows it.</param>
/// <param name="Definition">What is divided by what, for a reader.</param>
/// <param name="HigherIsBetter">Which side of a threshold is the good one.</param>
/// <param name="Unit">How the value is shown.</param>
public abstract record Measure(string Name, string Label, string Definition, bool HigherIsBetter, MeasureUnit Unit)
{
    /// <summary>The figure over some cases, given by their positions, one perhaps several times.</summary>
    public abstract Sample Sampler(IReadOnlyList<CaseResult> cases);

    /// <returns>Null where no case asks for it.</returns>
    public double? Of(IReadOnlyList<CaseResult> cases) => Sampler(cases).Value([.. Enumerable.Range(0, cases.Count)]);
}

public enum MeasureUnit
{
    /// <summary>0 to 1.</summary>
    Share,
    Milliseconds,
    Tokens,
    Money,
}

/// <param name="Of">How many things the figure over all cases is computed from.</param>
/// <param name="Value">Of the cases at these positions; null where none asks for the figure.</param>
public sealed record Sample(double Of, Func<int[], double?> Value);

/// <summary>A mean: what every answer gives, summed over the answers, divided by what it could give at most.</summary>
public sealed record ShareMeasure(string Name, string Label, string Definition, Func<TurnResult, Given, Share> OfAnswer, bool HigherIsBetter = true, MeasureUnit Unit = MeasureUnit.Share)
    : Measure(Name, Label, Definition, HigherIsBetter, Unit)
{
    public override Sample Sampler(IReadOnlyList<CaseResult> cases)
    {
        Share[] shares = [.. cases.Select(OfCase)];
        return new Sample(shares.Sum(share => share.Of), positions =>
        {
            var sum = Share.None;
            foreach (var position in positions)
            {
                sum += shares[position];
            }

            return sum.Value;
        });
    }

    private Share OfCase(CaseResult result)
    {
        var sum = Share.None;
        foreach (var turn in result.Turns)
        {
            foreach (var run in turn.Runs)
            {
                sum += OfAnswer(turn, run);
            }
        }

        return sum;
    }
}

/// <summary>A percentile of the answers' times: the smallest time that at least this share of them does not exceed.</summary>
public sealed record LatencyMeasure(string Name, string Label, string Definition, double Rank)
    : Measure(Name, Label, Definition, HigherIsBetter: false, MeasureUnit.Milliseconds)
{
    public override Sample Sampler(IReadOnlyList<CaseResult> cases)
    {
        double[][] times = [.. cases.Select(result => result.Turns.SelectMany(turn => turn.Runs).Where(run => run.Error is null && run.ElapsedMs is not null).Select(run => run.ElapsedMs!.Value).ToArray())];
        return new Sample(times.Sum(own => own.Length), positions =>
        {
            double[] all = [.. positions.SelectMany(position => times[position])];
            Array.Sort(all);
            return all.Length == 0 ? null : all[Math.Max(0, (int)Math.Ceiling(Rank * all.Length) - 1)];
        });
    }
}
