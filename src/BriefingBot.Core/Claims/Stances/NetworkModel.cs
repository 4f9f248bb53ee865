namespace BriefingBot.Claims;

/// <summary>A network of one hidden layer with rectified units.</summary>
/// <param name="Mean">Of each feature; it and <paramref name="Scale"/> standardise the input, cut at <see cref="Cut"/>.</param>
/// <param name="Scale">One over the deviation.</param>
/// <param name="Hidden">By feature, then unit.</param>
/// <param name="Hashes">In rising order.</param>
/// <param name="Sparse">By position in <paramref name="Hashes"/>, then unit.</param>
/// <param name="Output">By unit, then class.</param>
internal sealed record NetworkModel(float[] Mean, float[] Scale, float[] HiddenBias, float[] Hidden, uint[] Hashes, float[] Sparse, float[] OutputBias, float[] Output)
{
    public const float Cut = 4;

    public void AddScores(ReadOnlySpan<float> features, ReadOnlySpan<uint> hashes, Span<float> scores)
    {
        var units = HiddenBias.Length;
        var classes = OutputBias.Length;
        Span<float> sums = stackalloc float[units];
        HiddenBias.CopyTo(sums);
        for (var i = 0; i < features.Length; i++)
        {
            var value = Standard(features[i], i);
            var weights = Hidden.AsSpan(i * units, units);
            for (var u = 0; u < units; u++)
                sums[u] += value * weights[u];
        }

        foreach (var hash in hashes)
        {
            var at = Array.BinarySearch(Hashes, hash);
            for (var u = 0; at >= 0 && u < units; u++)
                sums[u] += Sparse[at * units + u];
        }

        for (var c = 0; c < classes; c++)
            scores[c] += OutputBias[c];
        for (var u = 0; u < units; u++)
        {
            for (var c = 0; sums[u] > 0 && c < classes; c++)
                scores[c] += sums[u] * Output[u * classes + c];
        }
    }

    public float Standard(float value, int feature) => Math.Clamp((value - Mean[feature]) * Scale[feature], -Cut, Cut);
}
