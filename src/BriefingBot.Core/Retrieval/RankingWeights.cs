using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>The weights of Data/ranking.tsv and Data/answerability.tsv.</summary>
internal static class RankingWeights
{
    /// <summary>Of the article features, in their order.</summary>
    public static readonly double[] Article = Read("ranking", ArticleFeatures.Names);

    /// <summary>Of the features of answerability, in their order.</summary>
    public static readonly double[] Answerability = Read("answerability", AnswerabilityRules.Names);

    private static double[] Read(string table, IReadOnlyList<string> names)
    {
        var weights = WordList.Lines($"Retrieval.Data.{table}.tsv").Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => double.Parse(fields[1], CultureInfo.InvariantCulture));
        return [.. names.Select(name => weights[name])];
    }
}
