using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Fits an <see cref="ArticleModel"/>.</summary>
internal sealed class ArticleTrainer(StanceTexts texts, StanceTopics topics)
{
    private const double UnrelatedShare = 0.4;

    // Each claim's wording is judged by a learner that has not seen its topic, as it will be for new claims.
    private const int WordingParts = 4;

    // Chosen in cross-validation. Networks over hashed features memorise topics here.
    private static readonly EnsembleTrainer Learners = new(
        new LinearTrainer { LeastGroups = 20, Epochs = 8 },
        new TreeTrainer { LeastHessian = 10, FeatureShare = 0.15f },
        new NetworkTrainer { Epochs = 8, LeastGroups = int.MaxValue },
        Networks: 3);

    private static readonly TreeTrainer Relatedness = new() { Rounds = 100, FeatureShare = 0.5f };

    /// <param name="rows">Pairs with articles.</param>
    /// <param name="headlineRows">Headlines of rumours, for the wording.</param>
    public ArticleModel Train(List<StanceRow> rows, List<StanceRow> headlineRows)
    {
        var rarity = texts.Rarity(rows);
        var random = new Random(1);
        rows = [.. rows.Where(texts.IsArticle)
            .Where(row => row.Stance != Stance.Unrelated || random.NextDouble() < UnrelatedShare)
            .OrderBy(row => row.Stance == Stance.Unrelated)];
        StanceExample[] examples = [.. rows.Select(row => StanceExample.Of(texts.Pair(row, rarity), isArticle: true))];
        var relatedness = Relatedness.Train(LearningSet.OfRelatedness(rows, examples));
        rows = [.. rows.Where(row => row.Stance != Stance.Unrelated)];
        examples = examples[..rows.Count];
        return new ArticleModel(
            rarity,
            relatedness,
            HeadlineTrainer.TrainWording(texts, headlineRows, rarity),
            TrainBody(rows, examples),
            TrainWhole(rows, examples, Wordings(rows, headlineRows, rarity)));
    }

    private StanceEnsemble TrainWhole(List<StanceRow> rows, StanceExample[] examples, Dictionary<string, float[]> wordings)
    {
        StanceExample[] extended = [.. rows.Zip(examples, (row, example) => example with { Features = [.. example.Features, .. wordings[row.Claim]] })];
        return Learners.Train(LearningSet.OfStances(rows, extended, row => topics.OfClaim(row.Claim)));
    }

    /// <summary>From the claims whose wording is known to assert or refute.</summary>
    private StanceEnsemble TrainBody(List<StanceRow> rows, StanceExample[] examples)
    {
        List<StanceRow> known = [];
        List<StanceExample> theirs = [];
        for (var i = 0; i < rows.Count; i++)
        {
            if (topics.Headline(rows[i].Claim) is { Stance: Stance.Supports or Stance.Refutes } wording)
            {
                known.Add(rows[i] with { Stance = OfBody(rows[i].Stance, wording.Stance) });
                theirs.Add(examples[i]);
            }
        }

        return Learners.Train(LearningSet.OfStances(known, theirs, row => topics.OfClaim(row.Claim)));
    }

    private static Stance OfBody(Stance pair, Stance wording) =>
        pair == Stance.Uncommitted ? pair
        : pair == wording ? Stance.Supports
        : Stance.Refutes;

    private Dictionary<string, float[]> Wordings(List<StanceRow> rows, List<StanceRow> headlineRows, TermRarity rarity)
    {
        Dictionary<string, float[]> wordings = [];
        foreach (var part in rows.Select(row => row.Claim).Distinct().GroupBy(claim => topics.OfClaim(claim) % WordingParts).OrderBy(part => part.Key))
        {
            List<StanceRow> others = [.. headlineRows.Where(row => topics.OfRumour(row.Claim) is { } topic && topic % WordingParts != part.Key)];
            var model = HeadlineTrainer.TrainWording(texts, others, rarity);
            foreach (var claim in part)
            {
                var example = StanceExample.Alone(texts.Claim(claim).Text, rarity);
                wordings[claim] = model.Probabilities(example.Features, example.Hashes);
            }
        }

        return wordings;
    }
}
