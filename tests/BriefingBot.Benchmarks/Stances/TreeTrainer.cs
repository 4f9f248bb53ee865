using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Fits a <see cref="TreeModel"/>: gradient boosting with softmax loss, histograms of quantiles, random rows and features.</summary>
internal sealed record TreeTrainer
{
    public int Rounds { get; init; } = 150;

    public int Depth { get; init; } = 4;

    public float Rate { get; init; } = 0.07f;

    public float RowShare { get; init; } = 0.6f;

    public float FeatureShare { get; init; } = 0.2f;

    /// <summary>Regularisation of a leaf's score (lambda of XGBoost).</summary>
    public float Lambda { get; init; } = 5;

    /// <summary>Least sum of second derivatives in a leaf.</summary>
    public float LeastHessian { get; init; } = 5;

    public int Seed { get; init; } = 1;

    public TreeModel Train(LearningSet set)
    {
        var bins = new FeatureBins(set.Features);
        var classes = set.Classes;
        var bias = Priors(set);
        var scores = new float[set.Rows * classes];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = bias[i % classes];

        var random = new Random(Seed);
        List<Tree> trees = [];
        var gradients = new float[set.Rows];
        var hessians = new float[set.Rows];
        var probabilities = new float[scores.Length];
        for (var round = 0; round < Rounds; round++)
        {
            scores.CopyTo(probabilities, 0);
            for (var row = 0; row < set.Rows; row++)
                StanceEnsemble.Softmax(probabilities.AsSpan(row * classes, classes));

            int[] rows = [.. Enumerable.Range(0, set.Rows).Where(_ => random.NextSingle() < RowShare)];
            for (var c = 0; c < classes; c++)
            {
                for (var row = 0; row < set.Rows; row++)
                {
                    var p = probabilities[row * classes + c];
                    gradients[row] = (p - (set.Labels[row] == c ? 1 : 0)) * set.Weights[row];
                    hessians[row] = Math.Max(p * (1 - p), 1e-4f) * set.Weights[row];
                }

                int[] features = [.. Enumerable.Range(0, set.Width).Where(_ => random.NextSingle() < FeatureShare)];
                var tree = new TreeGrower(this, bins, gradients, hessians, features).Grow(rows);
                trees.Add(tree);
                for (var row = 0; row < set.Rows; row++)
                    scores[row * classes + c] += tree.Value(set.Features[row]);
            }
        }

        return new TreeModel(bias, [.. trees]);
    }

    private static float[] Priors(LearningSet set)
    {
        var sums = new float[set.Classes];
        for (var row = 0; row < set.Rows; row++)
            sums[set.Labels[row]] += set.Weights[row];
        var total = sums.Sum();
        return [.. sums.Select(sum => MathF.Log(sum / total))];
    }
}
