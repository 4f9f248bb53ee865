namespace BriefingBot.Claims;

/// <summary>Several learners of one question; their probabilities are averaged.</summary>
internal sealed record StanceEnsemble(LinearModel Linear, TreeModel Trees, NetworkModel[] Networks)
{
    private const int Learners = 3;

    public int Classes => Linear.Bias.Length;

    public float[] Probabilities(float[] features, uint[] hashes)
    {
        Span<float> linear = stackalloc float[Classes];
        Linear.AddScores(features, hashes, linear);
        Softmax(linear);
        Span<float> trees = stackalloc float[Classes];
        Trees.AddScores(features, trees);
        Softmax(trees);
        Span<float> networks = stackalloc float[Classes];
        Span<float> scores = stackalloc float[Classes];
        foreach (var network in Networks)
        {
            scores.Clear();
            network.AddScores(features, hashes, scores);
            Softmax(scores);
            for (var c = 0; c < Classes; c++)
                networks[c] += scores[c] / Networks.Length;
        }

        var mean = new float[Classes];
        for (var c = 0; c < mean.Length; c++)
            mean[c] = (linear[c] + trees[c] + networks[c]) / Learners;
        return mean;
    }

    public static void Softmax(Span<float> scores)
    {
        var highest = scores[0];
        foreach (var score in scores)
            highest = Math.Max(highest, score);
        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - highest);
            sum += score;
        }

        foreach (ref var score in scores)
            score /= sum;
    }
}
