using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Grows one tree, level by level.</summary>
internal sealed class TreeGrower(TreeTrainer options, FeatureBins bins, float[] gradients, float[] hessians, int[] features)
{
    private readonly List<short> _features = [];
    private readonly List<short> _left = [];
    private readonly List<float> _values = [];

    private readonly record struct Split(int Feature, int Bin, float Gain);

    public Tree Grow(int[] rows)
    {
        AddNode();
        Fill(0, rows, options.Depth);
        return new Tree([.. _features], [.. _left], [.. _values]);
    }

    private void AddNode()
    {
        _features.Add(-1);
        _left.Add(0);
        _values.Add(0);
    }

    private void Fill(int node, int[] rows, int depth)
    {
        float gradient = 0, hessian = 0;
        foreach (var row in rows)
        {
            gradient += gradients[row];
            hessian += hessians[row];
        }

        var split = depth == 0 ? default : Best(rows, gradient, hessian);
        if (split.Gain <= 0)
        {
            _values[node] = -options.Rate * gradient / (hessian + options.Lambda);
            return;
        }

        var column = bins.Bins[split.Feature];
        var left = _features.Count;
        _features[node] = (short)split.Feature;
        _left[node] = (short)left;
        _values[node] = bins.Edges[split.Feature][split.Bin];
        AddNode();
        AddNode();
        Fill(left, Array.FindAll(rows, row => column[row] <= split.Bin), depth - 1);
        Fill(left + 1, Array.FindAll(rows, row => column[row] > split.Bin), depth - 1);
    }

    private Split Best(int[] rows, float gradient, float hessian)
    {
        var best = default(Split);
        Span<float> g = stackalloc float[FeatureBins.MaxBins];
        Span<float> h = stackalloc float[FeatureBins.MaxBins];
        var whole = gradient * gradient / (hessian + options.Lambda);
        foreach (var feature in features)
        {
            g.Clear();
            h.Clear();
            var column = bins.Bins[feature];
            foreach (var row in rows)
            {
                g[column[row]] += gradients[row];
                h[column[row]] += hessians[row];
            }

            float leftG = 0, leftH = 0;
            for (var bin = 0; bin < bins.Edges[feature].Length; bin++)
            {
                leftG += g[bin];
                leftH += h[bin];
                var (rightG, rightH) = (gradient - leftG, hessian - leftH);
                if (leftH < options.LeastHessian || rightH < options.LeastHessian)
                    continue;

                var gain = leftG * leftG / (leftH + options.Lambda) + rightG * rightG / (rightH + options.Lambda) - whole;
                if (gain > best.Gain)
                    best = new Split(feature, bin, gain);
            }
        }

        return best;
    }
}
