using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Counts of gold stances against decided ones.</summary>
internal sealed class StanceScore
{
    private readonly int[,] _counts = new int[4, 4];

    public void Add(Stance gold, Stance decided) => _counts[(int)gold, (int)decided]++;

    public int Total => _counts.Cast<int>().Sum();

    public double Accuracy => Stances.Sum(stance => _counts[(int)stance, (int)stance]) / (double)Total;

    /// <summary>The mean F1 of the stances that are in the data.</summary>
    public double MacroF1 => Stances.Where(stance => Gold(stance) > 0).Average(F1);

    /// <summary>Of FNC-1: .25 for the right side of related and unrelated, .75 more for the right related stance (.5 + .25 there), over the most there is.</summary>
    public double Official
    {
        get
        {
            double points = 0, most = 0;
            foreach (var gold in Stances)
            {
                most += Gold(gold) * (gold == Stance.Unrelated ? 0.25 : 1);
                foreach (var decided in Stances)
                    points += _counts[(int)gold, (int)decided] * Points(gold, decided);
            }

            return points / most;
        }
    }

    private static IEnumerable<Stance> Stances => Enum.GetValues<Stance>();

    public double F1(Stance stance)
    {
        var right = _counts[(int)stance, (int)stance];
        var decided = Stances.Sum(gold => _counts[(int)gold, (int)stance]);
        return right == 0 ? 0 : 2.0 * right / (decided + Gold(stance));
    }

    public override string ToString() =>
        $"official {Official:F4}  accuracy {Accuracy:F4}  macro-F1 {MacroF1:F4}  F1 supports {F1(Stance.Supports):F3} "
        + $"refutes {F1(Stance.Refutes):F3} uncommitted {F1(Stance.Uncommitted):F3} unrelated {F1(Stance.Unrelated):F3}";

    private int Gold(Stance gold) => Stances.Sum(decided => _counts[(int)gold, (int)decided]);

    private static double Points(Stance gold, Stance decided)
    {
        var points = gold == decided ? 0.25 + (gold == Stance.Unrelated ? 0 : 0.5) : 0;
        return points + (gold != Stance.Unrelated && decided != Stance.Unrelated ? 0.25 : 0);
    }
}
