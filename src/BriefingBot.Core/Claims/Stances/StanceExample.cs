namespace BriefingBot.Claims;

/// <summary>What the learners see of a pair.</summary>
/// <param name="Related">Whether the text speaks of the claim.</param>
/// <param name="Features">How it speaks of it; begins with those of <paramref name="Related"/>.</param>
/// <param name="Hashes">Its masked runs of words.</param>
internal sealed record StanceExample(float[] Related, float[] Features, uint[] Hashes)
{
    /// <summary>An article and not a headline: its zones differ.</summary>
    public static bool IsArticle(StanceText text) => text.Tokens.Count > MostHeadlineTokens;

    private static readonly StanceClaim NoClaim = new("");
    private const int MostHeadlineTokens = 40;

    /// <summary>Of a headline by itself: how firmly it tells what it tells, whatever that is.</summary>
    public static StanceExample Alone(StanceText headline, TermRarity rarity) => Of(new StancePair(NoClaim, headline, rarity), isArticle: false);

    public static StanceExample Of(StancePair pair, bool isArticle)
    {
        List<float> features = [];
        RelatednessFeatures.Add(pair, features);
        float[] related = [.. features];
        CueFeatures.Add(pair, isArticle, features);
        FormFeatures.Add(pair, isArticle, features);
        return new StanceExample(related, [.. features], StanceNgrams.Of(pair, isArticle));
    }
}
