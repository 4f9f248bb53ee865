using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Fits a <see cref="NetworkModel"/> by Adam with dropout.</summary>
internal sealed record NetworkTrainer
{
    public int Units { get; init; } = 32;

    public int Epochs { get; init; } = 15;

    public int Batch { get; init; } = 32;

    public float Rate { get; init; } = 1e-3f;

    public float Decay { get; init; } = 1e-3f;

    public float InputDropout { get; init; } = 0.3f;

    public float HiddenDropout { get; init; } = 0.4f;

    /// <summary>A hashed feature must stand in so many topics.</summary>
    public int LeastGroups { get; init; } = 6;

    public int Seed { get; init; } = 1;

    public NetworkModel Train(LearningSet set)
    {
        var (mean, scale) = set.Moments();
        var hashed = new HashedFeatures(set, LeastGroups);
        var present = Array.ConvertAll(set.Hashes, hashed.Positions);
        var random = new Random(Seed);
        var model = new NetworkModel(
            mean,
            scale,
            new float[Units],
            Weights(random, set.Width * Units, MathF.Sqrt(2f / set.Width)),
            hashed.Kept,
            new float[hashed.Kept.Length * Units],
            new float[set.Classes],
            Weights(random, Units * set.Classes, MathF.Sqrt(1f / Units)));
        var inputs = set.Features.Select(row => row.Select(model.Standard).ToArray()).ToArray();
        var step = new NetworkStep(model, this, random);
        var order = Enumerable.Range(0, set.Rows).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            for (var at = 0; at < order.Length; at++)
            {
                step.Add(inputs[order[at]], present[order[at]], set.Labels[order[at]], set.Weights[order[at]]);
                if ((at + 1) % Batch == 0)
                    step.Apply(Batch);
            }
        }

        return model;
    }

    private static float[] Weights(Random random, int count, float deviation)
    {
        var weights = new float[count];
        for (var i = 0; i < count; i++)
            weights[i] = deviation * 1.7f * (2 * random.NextSingle() - 1);
        return weights;
    }
}
