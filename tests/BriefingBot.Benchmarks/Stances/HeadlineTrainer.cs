using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Fits a <see cref="HeadlineModel"/>.</summary>
internal static class HeadlineTrainer
{
    // Chosen in cross-validation; the sets are small, so the learners are.
    private static readonly EnsembleTrainer Learners = new(
        new LinearTrainer { LeastGroups = 4 },
        new TreeTrainer { Depth = 3, LeastHessian = 2, FeatureShare = 0.2f },
        new NetworkTrainer { Epochs = 15, InputDropout = 0.2f, Decay = 1e-2f, LeastGroups = 6 },
        Networks: 3);

    private static readonly TreeTrainer Relatedness = new() { Depth = 3, Rounds = 80, FeatureShare = 0.5f };

    /// <param name="rows">Related pairs.</param>
    /// <param name="strangers">Unrelated ones; as many are made of the related ones' claims and texts.</param>
    public static HeadlineModel Train(StanceTexts texts, List<StanceRow> rows, List<StanceRow> strangers)
    {
        var rarity = texts.Rarity(rows);
        var topics = Numbered(rows.Select(row => row.Claim));
        List<StanceRow> all = [.. rows, .. Strangers(rows), .. strangers];
        var examples = all.Select(row => StanceExample.Of(texts.Pair(row, rarity), isArticle: false)).ToArray();
        return new HeadlineModel(
            rarity,
            Relatedness.Train(LearningSet.OfRelatedness(all, examples)),
            Learners.Train(LearningSet.OfStances(rows, examples[..rows.Count], row => topics[row.Claim])),
            TrainWording(texts, rows, rarity));
    }

    /// <summary>How firmly headlines tell what they tell, whatever it is.</summary>
    public static StanceEnsemble TrainWording(StanceTexts texts, List<StanceRow> rows, TermRarity rarity)
    {
        var topics = Numbered(rows.Select(row => row.Claim));
        StanceExample[] examples = [.. rows.Select(row => StanceExample.Alone(texts.Text(row.TextId), rarity))];
        return Learners.Train(LearningSet.OfStances(rows, examples, row => topics[row.Claim]));
    }

    /// <summary>As many pairs of a claim with another claim's headline.</summary>
    public static List<StanceRow> Strangers(List<StanceRow> rows)
    {
        var random = new Random(1);
        List<StanceRow> strangers = [];
        while (strangers.Count < rows.Count)
        {
            var (row, other) = (rows[random.Next(rows.Count)], rows[random.Next(rows.Count)]);
            if (row.Claim != other.Claim)
                strangers.Add(row with { TextId = other.TextId, Stance = Stance.Unrelated });
        }

        return strangers;
    }

    private static Dictionary<string, int> Numbered(IEnumerable<string> claims) =>
        claims.Distinct().Select((claim, number) => (claim, number)).ToDictionary(pair => pair.claim, pair => pair.number);
}
