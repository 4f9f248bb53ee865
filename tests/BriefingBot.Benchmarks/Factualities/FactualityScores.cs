using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Factualities;

/// <summary>Figures of scores found beside annotated ones.</summary>
internal sealed class FactualityScores(IReadOnlyList<(double Gold, EventReading Found)> pairs)
{
    public double Error => pairs.Average(pair => Math.Abs(pair.Gold - pair.Found.Score));

    /// <summary>Pearson's.</summary>
    public double Correlation
    {
        get
        {
            var (gold, found) = (pairs.Average(pair => pair.Gold), pairs.Average(pair => pair.Found.Score));
            return pairs.Sum(pair => (pair.Gold - gold) * (pair.Found.Score - found))
                / Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.Gold - gold, 2)) * pairs.Sum(pair => Math.Pow(pair.Found.Score - found, 2)));
        }
    }

    public double Accuracy => pairs.Average(pair => Claims.Factualities.Of(pair.Gold) == pair.Found.Level ? 1 : 0);

    public double MacroF1 => Enum.GetValues<Factuality>().Average(F1);

    private double F1(Factuality level)
    {
        var right = pairs.Count(pair => Claims.Factualities.Of(pair.Gold) == level && pair.Found.Level == level);
        var all = pairs.Count(pair => Claims.Factualities.Of(pair.Gold) == level) + pairs.Count(pair => pair.Found.Level == level);
        return all == 0 ? 0 : 2.0 * right / all;
    }
}
