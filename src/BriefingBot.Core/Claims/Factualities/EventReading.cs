namespace BriefingBot.Claims;

/// <summary>How firmly an event is committed to, as learned.</summary>
/// <param name="Probabilities">Of each level, in their order.</param>
internal readonly record struct EventReading(double[] Probabilities)
{
    /// <summary>What each level stands for as a score: denied, uncommitted, possible, probable, asserted. Where those annotated lie in the middle.</summary>
    public static readonly IReadOnlyList<double> Centres = [-2.2, 0.2, 1.0, 2.0, 3.0];

    /// <summary>-3, it did not happen, to 3, it did.</summary>
    public double Score => Probabilities.Zip(Centres, (probability, centre) => probability * centre).Sum();

    public Factuality Level => (Factuality)Array.IndexOf(Probabilities, Probabilities.Max());
}
