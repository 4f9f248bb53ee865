namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Weights under which a softmax over the options of each choice most likely picks a right one.</summary>
internal static class SoftmaxFit
{
    private const int Steps = 200;

    /// <param name="Options">The features of each.</param>
    /// <param name="Right">Of each option; at least one is.</param>
    /// <param name="Weight">What the choice counts.</param>
    public sealed record Choice(double[][] Options, bool[] Right, double Weight);

    /// <param name="choices">To learn from.</param>
    /// <param name="features">How many each option has.</param>
    /// <param name="ridge">Penalty on the squared weights of features scaled to unit variance within a choice.</param>
    public static double[] Fit(IReadOnlyList<Choice> choices, int features, double ridge)
    {
        var scale = Deviations(choices, features);
        var weights = new double[features];
        var (mean, square) = (new double[features], new double[features]);
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = Gradient(choices, scale, weights);
            var rate = step < Steps / 3 ? 0.3 : step < Steps * 3 / 4 ? 0.1 : 0.02;
            for (var i = 0; i < features; i++) // Adam: Kingma and Ba 2015
            {
                var slope = gradient[i] + (ridge * weights[i]);
                mean[i] = (0.9 * mean[i]) + (0.1 * slope);
                square[i] = (0.97 * square[i]) + (0.03 * slope * slope);
                weights[i] -= rate * (mean[i] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.97, step))) + 1e-9);
            }
        }

        return [.. weights.Select((weight, i) => weight / scale[i])];
    }

    private static double[] Gradient(IReadOnlyList<Choice> choices, double[] scale, double[] weights)
    {
        var gradient = new double[weights.Length];
        foreach (var choice in choices)
        {
            var scores = choice.Options.Select(option => option.Select((value, i) => value / scale[i] * weights[i]).Sum()).ToArray();
            var top = scores.Max();
            var odds = scores.Select(score => Math.Exp(score - top)).ToArray();
            var (all, right) = (odds.Sum(), odds.Where((_, i) => choice.Right[i]).Sum());
            for (var option = 0; option < odds.Length; option++)
            {
                var error = choice.Weight * ((odds[option] / all) - (choice.Right[option] ? odds[option] / right : 0));
                for (var i = 0; i < weights.Length; i++)
                    gradient[i] += error * choice.Options[option][i] / scale[i];
            }
        }

        return gradient;
    }

    private static double[] Deviations(IReadOnlyList<Choice> choices, int features) => [.. Enumerable.Range(0, features).Select(i =>
    {
        var squares = choices.SelectMany(choice =>
        {
            var mean = choice.Options.Average(option => option[i]);
            return choice.Options.Select(option => (option[i] - mean) * (option[i] - mean));
        });
        return Math.Sqrt(squares.Average()) + 1e-6;
    })];
}
