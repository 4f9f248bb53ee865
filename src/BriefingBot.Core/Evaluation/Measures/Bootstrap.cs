namespace BriefingBot.Evaluation;

/// <summary>
/// Confidence intervals by resampling whole cases with replacement (the percentile bootstrap; Efron and Tibshirani 1993). Seeded: the same
/// cases give the same interval. Where no case fails, none of the resampled ones does either: the interval is then a point, not a certainty.
/// </summary>
internal static class Bootstrap
{
    private const int Resamples = 1000;
    private const int Seed = 1993;
    private const double Tail = 0.025;

    /// <returns>The ends of the 95% interval; null where the figure does not exist.</returns>
    public static (double Low, double High)? Interval(Sample sample, int cases)
    {
        var random = new Random(Seed);
        List<double> values = new(Resamples);
        var positions = new int[cases];
        for (var i = 0; i < Resamples; i++)
        {
            for (var at = 0; at < cases; at++)
            {
                positions[at] = random.Next(cases);
            }

            if (sample.Value(positions) is { } value)
            {
                values.Add(value);
            }
        }

        values.Sort();
        return values.Count == 0 ? null : (values[(int)(Tail * values.Count)], values[Math.Min(values.Count - 1, (int)((1 - Tail) * values.Count))]);
    }
}
