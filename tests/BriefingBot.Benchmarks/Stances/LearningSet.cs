using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Examples as rows of features, with their classes and weights.</summary>
/// <param name="Groups">The topic of each row; what stands in few topics says nothing of others.</param>
internal sealed record LearningSet(float[][] Features, uint[][] Hashes, int[] Labels, float[] Weights, int[] Groups)
{
    public int Rows => Labels.Length;

    public int Width => Features[0].Length;

    public int Classes => Labels.Max() + 1;

    /// <summary>Related or not.</summary>
    public static LearningSet OfRelatedness(IReadOnlyList<StanceRow> rows, IReadOnlyList<StanceExample> examples) => new(
        [.. examples.Select(example => example.Related)],
        [.. examples.Select(_ => Array.Empty<uint>())],
        [.. rows.Select(row => row.Stance == Stance.Unrelated ? 1 : 0)],
        [.. rows.Select(_ => 1f)],
        [.. rows.Select(_ => 0)]);

    /// <summary>The three stances of related pairs.</summary>
    public static LearningSet OfStances(IReadOnlyList<StanceRow> rows, IReadOnlyList<StanceExample> examples, Func<StanceRow, int> topic) => new(
        [.. examples.Select(example => example.Features)],
        [.. examples.Select(example => example.Hashes)],
        [.. rows.Select(row => (int)row.Stance - 1)],
        [.. rows.Select(_ => 1f)],
        [.. rows.Select(topic)]);

    public (float[] Mean, float[] Scale) Moments()
    {
        var mean = new float[Width];
        var scale = new float[Width];
        for (var j = 0; j < mean.Length; j++)
        {
            double sum = 0, squares = 0;
            foreach (var row in Features)
            {
                sum += row[j];
                squares += (double)row[j] * row[j];
            }

            mean[j] = (float)(sum / Rows);
            var variance = squares / Rows - (double)mean[j] * mean[j];
            scale[j] = variance < 1e-8 ? 0 : (float)(1 / Math.Sqrt(variance));
        }

        return (mean, scale);
    }
}
