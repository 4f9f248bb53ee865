namespace BriefingBot.Claims;

/// <summary>
/// The stance of an article toward a claim, which may be another's headline: a headline that debunks is supported by an article that does.
/// So one learner says how firmly the claim's own wording tells it, one how the article stands to what is told, one sees both together.
/// </summary>
/// <param name="Relatedness">Of two classes: related, unrelated.</param>
/// <param name="Wording">The claim by itself: asserts, refutes or leaves open what it tells.</param>
/// <param name="Body">The article toward what the claim tells, not toward its wording.</param>
/// <param name="Whole">The article toward the claim; sees what <paramref name="Wording"/> says too.</param>
internal sealed record ArticleModel(
    TermRarity Rarity, TreeModel Relatedness, StanceEnsemble Wording, StanceEnsemble Body, StanceEnsemble Whole)
{
    // Chosen in cross-validation.
    private const float LeastUnrelated = 0.6f;
    private const float RefutesWeight = 1.5f;

    public Stance Decide(StancePair pair) => Vote(pair).Decide(RefutesWeight, LeastUnrelated);

    public StanceVote Vote(StancePair pair)
    {
        var alone = StanceExample.Alone(pair.Claim.Text, Rarity);
        var wording = Wording.Probabilities(alone.Features, alone.Hashes);
        var example = StanceExample.Of(pair, isArticle: true);
        var together = Combine(wording, Body.Probabilities(example.Features, example.Hashes));
        var whole = Whole.Probabilities([.. example.Features, .. wording], example.Hashes);
        for (var c = 0; c < whole.Length; c++)
            whole[c] = (whole[c] + together[c]) / 2;
        return StanceVote.Of(whole, Relatedness.Probability(example.Related, 1));
    }

    /// <summary>Two that assert the same or refute the same agree; if either leaves it open, so does the pair.</summary>
    private static float[] Combine(float[] wording, float[] body) =>
    [
        wording[0] * body[0] + wording[1] * body[1],
        wording[0] * body[1] + wording[1] * body[0],
        wording[2] + (1 - wording[2]) * body[2],
    ];
}
