using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>The weights of Data/ranking.tsv.</summary>
internal static class RankingWeights
{
    private static readonly Dictionary<string, double> ByName = WordList.Lines("Retrieval.Data.ranking.tsv")
        .Select(line => line.Split('\t')).ToDictionary(fields => fields[0], fields => double.Parse(fields[1], CultureInfo.InvariantCulture));

    /// <summary>Of the article features, in their order.</summary>
    public static readonly double[] Article = [.. ArticleFeatures.Names.Select(name => ByName[name])];
}
