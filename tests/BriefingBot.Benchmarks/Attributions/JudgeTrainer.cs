using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Attributions;

/// <summary>Fits the judge by stochastic gradient descent from a fixed seed.</summary>
internal static class JudgeTrainer
{
    private const int Units = 16;
    private const int Epochs = 30;

    private const float FirstRate = 0.02f;
    private const float LastRate = 0.001f;

    public static Judge Train(IReadOnlyList<JudgeExample> examples)
    {
        Random random = new(1);
        var hidden = Weights(random, Units * (Judge.Facts + 1));
        var output = Weights(random, Units + 1);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = (FirstRate * (1 - ((float)epoch / Epochs))) + LastRate;
            foreach (var i in order)
            {
                Step(examples[i], hidden, output, rate);
            }
        }

        return new Judge(hidden, output);
    }

    private static float[] Weights(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) * 0.5f)];

    private static void Step(JudgeExample example, float[] hidden, float[] output, float rate)
    {
        Span<float> active = stackalloc float[Units];
        var sum = output[Units];
        for (var unit = 0; unit < Units; unit++)
        {
            active[unit] = Judge.Activation(Row(hidden, unit), example.Facts);
            sum += active[unit] * output[unit];
        }

        var error = example.Weight * rate * ((1 / (1 + MathF.Exp(-sum))) - (example.IsRight ? 1 : 0));
        for (var unit = 0; unit < Units; unit++)
        {
            var row = Row(hidden, unit);
            var back = error * output[unit] * (1 - (active[unit] * active[unit]));
            output[unit] -= error * active[unit];
            row[Judge.Facts] -= back;
            for (var i = 0; i < Judge.Facts; i++)
            {
                row[i] -= back * example.Facts[i];
            }
        }

        output[Units] -= error;
    }

    private static Span<float> Row(float[] hidden, int unit) => hidden.AsSpan(unit * (Judge.Facts + 1), Judge.Facts + 1);
}

/// <summary>A candidate and whether its cue is a gold one.</summary>
internal sealed record JudgeExample(float[] Facts, bool IsRight, float Weight);
