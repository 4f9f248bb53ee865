namespace BriefingBot.Benchmarks.Stances;

/// <summary>Each feature cut at its quantiles.</summary>
internal sealed class FeatureBins
{
    public const int MaxBins = 32;

    public FeatureBins(float[][] rows)
    {
        var width = rows[0].Length;
        Bins = new byte[width][];
        Edges = new float[width][];
        for (var j = 0; j < width; j++)
        {
            var values = Array.ConvertAll(rows, row => row[j]);
            Edges[j] = Cuts(values);
            Bins[j] = Array.ConvertAll(values, value => Bin(Edges[j], value));
        }
    }

    /// <summary>By feature, then row.</summary>
    public byte[][] Bins { get; }

    /// <summary>Bin b of a feature holds the values up to and including <c>Edges[feature][b]</c>; the last bin the rest.</summary>
    public float[][] Edges { get; }

    private static float[] Cuts(float[] values)
    {
        var sorted = values.Order().ToArray();
        var distinct = sorted.Distinct().ToArray();
        var at = distinct.Length <= MaxBins
            ? distinct[..^1]
            : [.. Enumerable.Range(1, MaxBins - 1).Select(bin => sorted[(long)bin * sorted.Length / MaxBins]).Distinct()];
        return at.Length > 0 && at[^1] == sorted[^1] ? at[..^1] : at;
    }

    private static byte Bin(float[] edges, float value)
    {
        var at = Array.BinarySearch(edges, value);
        return (byte)(at >= 0 ? at : ~at);
    }
}
