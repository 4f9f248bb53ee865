using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Factualities;

/// <summary>Fits the weights by stochastic descent (AdaGrad) on the likelihood of the annotated levels, averaged over the later epochs.</summary>
internal sealed class FactualityTrainer
{
    private const int Epochs = 12;
    private const double Rate = 0.05;
    private const double Ridge = 1e-4;
    private const double FirstSquare = 1e-2;

    // How much the rare levels weigh up: 0 not at all, 1 as if all were as many.
    private const double Evenness = 0.2;

    // Averaging over epochs and annotators leaves the weights too timid.
    private const double Sharpness = 1.3;
    private const int Seed = 7;

    private readonly List<(int[] Rows, double[] Levels, double Weight)> _examples = [];
    private readonly double[] _weights = new double[FactualityModel.Size * FactualityModel.Levels];
    private readonly double[] _squares = new double[FactualityModel.Size * FactualityModel.Levels];

    public FactualityTrainer(IEnumerable<FactualitySentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            EventFeatures features = new(sentence.Words, AttributionModel.Shipped.Classes);
            foreach (var (word, score) in sentence.Events)
            {
                _examples.Add(([.. features.Of(word).Select(FactualityModel.RowOf)], Shares(score), 0));
            }
        }

        var share = new double[FactualityModel.Levels];
        foreach (var (_, levels, _) in _examples)
        {
            share[Array.IndexOf(levels, levels.Max())] += 1.0 / _examples.Count;
        }

        for (var i = 0; i < _examples.Count; i++)
        {
            var levels = _examples[i].Levels;
            _examples[i] = _examples[i] with { Weight = Math.Pow(1.0 / (share[Array.IndexOf(levels, levels.Max())] * share.Length), Evenness) };
        }
    }

    public FactualityModel Train()
    {
        Array.Fill(_squares, FirstSquare);
        var sums = new double[_weights.Length];
        var random = new Random(Seed);
        var order = _examples.ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var (rows, levels, weight) in order)
            {
                Step(rows, levels, weight);
            }

            for (var i = 0; epoch >= Epochs / 2 && i < sums.Length; i++)
            {
                sums[i] += _weights[i];
            }
        }

        var scale = sums.Max(Math.Abs) / sbyte.MaxValue;
        return new FactualityModel((float)(scale * Sharpness / (Epochs - (Epochs / 2))), [.. sums.Select(sum => (sbyte)Math.Round(sum / scale))]);
    }

    private void Step(int[] rows, double[] levels, double weight)
    {
        Span<double> errors = stackalloc double[FactualityModel.Levels];
        foreach (var row in rows)
        {
            for (var level = 0; level < errors.Length; level++)
            {
                errors[level] += _weights[row + level];
            }
        }

        var all = 0.0;
        for (var level = 0; level < errors.Length; level++)
        {
            all += errors[level] = Math.Exp(errors[level]);
        }

        for (var level = 0; level < errors.Length; level++)
        {
            errors[level] = weight * ((errors[level] / all) - levels[level]);
        }

        foreach (var row in rows)
        {
            for (var level = 0; level < errors.Length; level++)
            {
                var gradient = errors[level] + (Ridge * _weights[row + level]);
                _squares[row + level] += gradient * gradient;
                _weights[row + level] -= Rate * gradient / Math.Sqrt(_squares[row + level]);
            }
        }
    }

    /// <summary>A score as shares of the two levels it lies between.</summary>
    private static double[] Shares(double score)
    {
        var centres = EventReading.Centres;
        var shares = new double[centres.Count];
        var below = 0;
        while (below < centres.Count - 2 && score > centres[below + 1])
        {
            below++;
        }

        shares[below + 1] = Math.Clamp((score - centres[below]) / (centres[below + 1] - centres[below]), 0, 1);
        shares[below] = 1 - shares[below + 1];
        return shares;
    }
}
