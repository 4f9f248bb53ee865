namespace BriefingBot.Benchmarks.Stances;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
internal sealed class Adam(float[] weights)
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private readonly float[] _first = new float[weights.Length];
    private readonly float[] _second = new float[weights.Length];
    private int _step;

    public float[] Gradients { get; } = new float[weights.Length];

    public void Apply(float rate, float decay, int batch)
    {
        _step++;
        var corrected = rate * MathF.Sqrt(1 - MathF.Pow(Beta2, _step)) / (1 - MathF.Pow(Beta1, _step));
        for (var i = 0; i < weights.Length; i++)
        {
            var gradient = Gradients[i] / batch;
            _first[i] = Beta1 * _first[i] + (1 - Beta1) * gradient;
            _second[i] = Beta2 * _second[i] + (1 - Beta2) * gradient * gradient;
            weights[i] -= corrected * _first[i] / (MathF.Sqrt(_second[i]) + 1e-8f) + rate * decay * weights[i];
            Gradients[i] = 0;
        }
    }
}
