namespace BriefingBot.Postgres.Searches;

/// <summary>BM25, after Robertson and Zaragoza 2009, with the constants of the other indexes: the candidates of a question are to be the same.</summary>
internal static class Bm25
{
    public const float K1 = 1.2f; // saturation
    private const float B = 0.75f; // length normalisation

    public static float Weight(double queryWeight, int passagesOfTerm, int passages) =>
        (float)(queryWeight * Math.Log(1 + ((passages - passagesOfTerm + 0.5) / (passagesOfTerm + 0.5)))) * (K1 + 1);

    /// <summary>The share of a term's weight that a text gets for having it so often.</summary>
    public static float Saturation(int frequency, int terms, float averageTerms) =>
        frequency / (frequency + (K1 * (1 - B)) + (averageTerms > 0 ? K1 * B / averageTerms * terms : 0));
}
