namespace BriefingBot.Postgres.Searches;

/// <summary>Orders candidates as the other indexes do.</summary>
internal static class CandidateScore
{
    public const int MostPerArticle = 3;

    // Shares of the article's and the title's score in that of a passage.
    private const float ArticleShare = 0.5f;
    private const float TitleShare = 0.5f;

    public static float Of(float slot, float article, float title) => slot + (ArticleShare * article) + (TitleShare * title);
}
