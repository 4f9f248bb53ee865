using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Fits a <see cref="LinearModel"/> by AdaGrad with weight decay.</summary>
internal sealed record LinearTrainer
{
    public int Epochs { get; init; } = 12;

    public float Rate { get; init; } = 0.01f;

    public float DenseDecay { get; init; } = 3e-4f;

    public float SparseDecay { get; init; } = 1e-3f;

    /// <summary>A hashed feature must stand in so many topics.</summary>
    public int LeastGroups { get; init; } = 6;

    public int Seed { get; init; } = 1;

    public LinearModel Train(LearningSet set)
    {
        var (mean, scale) = set.Moments();
        var hashed = new HashedFeatures(set, LeastGroups);
        var hashes = hashed.Kept;
        var sparseRows = Array.ConvertAll(set.Hashes, hashed.Positions);
        var denseRows = set.Features.Select(row => Standard(row, mean, scale)).ToArray();
        var classes = set.Classes;
        var bias = new float[classes];
        var dense = new float[set.Width * classes];
        var denseSquares = new float[dense.Length];
        var sparse = new float[hashes.Length * classes];
        var sparseSquares = new float[sparse.Length];
        var order = Enumerable.Range(0, set.Rows).ToArray();
        var random = new Random(Seed);
        Span<float> errors = stackalloc float[classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                Errors(bias, dense, sparse, denseRows[row], sparseRows[row], errors);
                errors[set.Labels[row]] -= 1;
                for (var c = 0; c < classes; c++)
                {
                    errors[c] *= set.Weights[row];
                    bias[c] -= Rate * 0.1f * errors[c];
                }

                for (var i = 0; i < set.Width; i++)
                {
                    for (var c = 0; c < classes; c++)
                        Step(ref dense[i * classes + c], ref denseSquares[i * classes + c], errors[c] * denseRows[row][i], DenseDecay);
                }

                foreach (var at in sparseRows[row])
                {
                    for (var c = 0; c < classes; c++)
                        Step(ref sparse[at * classes + c], ref sparseSquares[at * classes + c], errors[c], SparseDecay);
                }
            }
        }

        return Unstandardised(bias, dense, mean, scale, hashes, sparse);
    }

    private static void Errors(float[] bias, float[] dense, float[] sparse, float[] row, int[] present, Span<float> errors)
    {
        var classes = bias.Length;
        bias.CopyTo(errors);
        for (var i = 0; i < row.Length; i++)
        {
            for (var c = 0; c < classes; c++)
                errors[c] += row[i] * dense[i * classes + c];
        }

        foreach (var at in present)
        {
            for (var c = 0; c < classes; c++)
                errors[c] += sparse[at * classes + c];
        }

        StanceEnsemble.Softmax(errors);
    }

    private void Step(ref float weight, ref float squares, float gradient, float decay)
    {
        gradient += decay * weight;
        squares += gradient * gradient;
        weight -= Rate * gradient / (MathF.Sqrt(squares) + 1f);
    }

    private static float[] Standard(float[] row, float[] mean, float[] scale)
    {
        var standard = new float[row.Length];
        for (var i = 0; i < row.Length; i++)
            standard[i] = (row[i] - mean[i]) * scale[i];
        return standard;
    }

    private static LinearModel Unstandardised(float[] bias, float[] dense, float[] mean, float[] scale, uint[] hashes, float[] sparse)
    {
        var classes = bias.Length;
        var weights = new float[dense.Length];
        var shifted = bias.ToArray();
        for (var i = 0; i < mean.Length; i++)
        {
            for (var c = 0; c < classes; c++)
            {
                weights[i * classes + c] = dense[i * classes + c] * scale[i];
                shifted[c] -= weights[i * classes + c] * mean[i];
            }
        }

        return new LinearModel(shifted, weights, hashes, sparse);
    }
}
