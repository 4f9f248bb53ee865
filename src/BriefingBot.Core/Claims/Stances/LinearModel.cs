namespace BriefingBot.Claims;

/// <summary>Multinomial logistic regression over dense features and hashed ones.</summary>
/// <param name="Bias">One for each class.</param>
/// <param name="Dense">By feature, then class.</param>
/// <param name="Hashes">In rising order.</param>
/// <param name="Sparse">By position in <paramref name="Hashes"/>, then class.</param>
internal sealed record LinearModel(float[] Bias, float[] Dense, uint[] Hashes, float[] Sparse)
{
    public void AddScores(ReadOnlySpan<float> features, ReadOnlySpan<uint> hashes, Span<float> scores)
    {
        var classes = Bias.Length;
        for (var c = 0; c < classes; c++)
            scores[c] += Bias[c];

        for (var i = 0; i < features.Length; i++)
        {
            for (var c = 0; c < classes; c++)
                scores[c] += features[i] * Dense[i * classes + c];
        }

        foreach (var hash in hashes)
        {
            var at = Array.BinarySearch(Hashes, hash);
            for (var c = 0; at >= 0 && c < classes; c++)
                scores[c] += Sparse[at * classes + c];
        }
    }
}
