using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Syntax;

/// <summary>Weights of hashed features while they are learned: an averaged perceptron (Freund and Schapire 1999; Collins 2002).</summary>
/// <param name="rows">A power of two.</param>
internal sealed class WeightTable(int rows, int classes)
{
    private readonly float[] _now = new float[(long)rows * classes];
    private readonly float[] _moved = new float[(long)rows * classes];
    private float _steps = 1;

    public void Score(List<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            var row = _now.AsSpan((int)(feature & (uint)(rows - 1)) * classes, classes);
            for (var i = 0; i < scores.Length; i++)
                scores[i] += row[i];
        }
    }

    /// <summary>Ends an example that was decided rightly.</summary>
    public void Pass() => _steps++;

    public void Move(List<uint> features, int right, int wrong)
    {
        foreach (var feature in features)
        {
            var row = (int)(feature & (uint)(rows - 1)) * classes;
            _now[row + right]++;
            _moved[row + right] += _steps;
            _now[row + wrong]--;
            _moved[row + wrong] -= _steps;
        }

        _steps++;
    }

    /// <summary>The averages, as many of the largest as are wished.</summary>
    public SparseWeights Averages(int most)
    {
        float Average(int i) => _now[i] - (_moved[i] / _steps);
        var sizes = new List<float>();
        for (var i = 0; i < _now.Length; i++)
        {
            if (_now[i] != 0 || _moved[i] != 0)
                sizes.Add(Math.Abs(Average(i)));
        }

        sizes.Sort();
        var least = sizes.Count > most ? sizes[^most] : 0;
        // Rare giants would leave the others no steps.
        var scale = sizes[(int)(sizes.Count * 0.9999)] / sbyte.MaxValue;
        var counts = new byte[rows];
        List<byte> kept = [];
        List<sbyte> weights = [];
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < classes; i++)
            {
                var average = Average((row * classes) + i);
                var weight = Math.Abs(average) < least ? 0 : Math.Clamp((int)Math.Round(average / scale), -sbyte.MaxValue, sbyte.MaxValue);
                if (weight == 0)
                    continue;
                counts[row]++;
                kept.Add((byte)i);
                weights.Add((sbyte)weight);
            }
        }

        return new SparseWeights(counts, [.. kept], [.. weights]);
    }
}
