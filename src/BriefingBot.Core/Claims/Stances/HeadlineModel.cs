namespace BriefingBot.Claims;

/// <summary>The stance of a headline or sentence toward a claim.</summary>
/// <param name="Relatedness">Of two classes: related, unrelated.</param>
/// <param name="Stances">The headline toward the claim.</param>
/// <param name="Wording">The headline by itself: asserts, refutes or leaves open what it tells.</param>
internal sealed record HeadlineModel(TermRarity Rarity, TreeModel Relatedness, StanceEnsemble Stances, StanceEnsemble Wording)
{
    // Chosen in cross-validation: headlines paraphrase, so only a clear stranger is unrelated.
    private const float LeastUnrelated = 0.98f;
    private const float WordingShare = 0.35f;
    private const float RefutesWeight = 1.7f;

    public Stance Decide(StancePair pair) => Vote(pair).Decide(RefutesWeight, LeastUnrelated);

    public StanceVote Vote(StancePair pair)
    {
        var example = StanceExample.Of(pair, isArticle: false);
        var alone = StanceExample.Alone(pair.Text, Rarity);
        var stances = Stances.Probabilities(example.Features, example.Hashes);
        var wording = Wording.Probabilities(alone.Features, alone.Hashes);
        for (var c = 0; c < stances.Length; c++)
            stances[c] += WordingShare * (wording[c] - stances[c]);
        return StanceVote.Of(stances, Relatedness.Probability(example.Related, 1));
    }
}
