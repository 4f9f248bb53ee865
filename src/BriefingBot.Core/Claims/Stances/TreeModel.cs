namespace BriefingBot.Claims;

/// <summary>Boosted regression trees: the scores of a class are the sum of its trees' leaves.</summary>
/// <param name="Trees">Tree <c>i</c> speaks for class <c>i % Classes</c>.</param>
internal sealed record TreeModel(float[] Bias, Tree[] Trees)
{
    public int Classes => Bias.Length;

    public void AddScores(ReadOnlySpan<float> features, Span<float> scores)
    {
        for (var c = 0; c < Classes; c++)
            scores[c] += Bias[c];
        for (var i = 0; i < Trees.Length; i++)
            scores[i % Classes] += Trees[i].Value(features);
    }

    public float Probability(ReadOnlySpan<float> features, int ofClass)
    {
        Span<float> scores = stackalloc float[Classes];
        AddScores(features, scores);
        StanceEnsemble.Softmax(scores);
        return scores[ofClass];
    }
}

/// <summary>A node with <c>Features[n] &lt; 0</c> is a leaf; else the left child is <c>Left[n]</c> and the right one the next.</summary>
/// <param name="Values">The threshold of a node (left if less or equal), the score of a leaf.</param>
internal sealed record Tree(short[] Features, short[] Left, float[] Values)
{
    public float Value(ReadOnlySpan<float> features)
    {
        var node = 0;
        while (Features[node] >= 0)
            node = Left[node] + (features[Features[node]] <= Values[node] ? 0 : 1);
        return Values[node];
    }
}
