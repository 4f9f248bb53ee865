namespace BriefingBot.Benchmarks.Attributions;

/// <summary>Counts of exact matches: micro-averaged over articles.</summary>
internal sealed class Tally
{
    private int hits;
    private int found;
    private int gold;

    public double Precision => (double)hits / Math.Max(1, found);

    public double Recall => (double)hits / Math.Max(1, gold);

    public double F1 => 2.0 * hits / Math.Max(1, found + gold);

    public void Add<T>(IEnumerable<T> foundHere, IEnumerable<T> goldHere)
    {
        var right = goldHere.ToHashSet();
        var answers = foundHere.ToHashSet();
        hits += answers.Count(right.Contains);
        found += answers.Count;
        gold += right.Count;
    }

    public override string ToString() => $"F1 {F1:f3}  precision {Precision:f3}  recall {Recall:f3}";
}
