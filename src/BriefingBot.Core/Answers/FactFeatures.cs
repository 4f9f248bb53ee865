using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Answers;

/// <summary>What tells how likely a sentence holds the answer.</summary>
internal static class FactFeatures
{
    /// <summary>In the order of the values.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "own", "before", "around", "asked", "pairs", "article", "passage", "lead", "names", "numbers",
        "kind", "agreement", "log-words", "question",
    ];

    /// <summary>Of Data/facts.tsv, in the same order.</summary>
    public static double[] Weights { get; } = Read();

    /// <summary>The weighted sum.</summary>
    public static double Score(double[] features, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return sum;
    }

    private static double[] Read()
    {
        var weights = WordList.Lines("Answers.Data.facts.tsv").Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => double.Parse(fields[1], CultureInfo.InvariantCulture));
        return [.. Names.Select(name => weights[name])];
    }
}
