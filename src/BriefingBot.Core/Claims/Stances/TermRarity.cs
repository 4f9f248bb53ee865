using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>How rare terms are in news, by hash: natural logarithm of the inverse share of texts that hold the term.</summary>
internal sealed class TermRarity(byte[] table)
{
    public const int Size = 1 << 15;
    private const float StepsPerUnit = 24;

    public static int Bucket(string term) => (int)(StanceHash.Of(term) & (Size - 1));

    public byte[] Table { get; } = table;

    public float Of(int bucket) => Table[bucket] / StepsPerUnit;

    public float Of(Token token) => Of(Bucket(token.Term));

    /// <summary>Counts texts.</summary>
    public static TermRarity From(IReadOnlyCollection<StanceText> texts)
    {
        var counts = new int[Size];
        foreach (var text in texts)
        {
            foreach (var bucket in text.Tokens.Select(token => Bucket(token.Term)).Distinct())
                counts[bucket]++;
        }

        return new TermRarity([.. counts.Select(count => Quantise(Math.Log((texts.Count + 1.0) / (count + 0.5))))]);
    }

    private static byte Quantise(double value) => (byte)Math.Clamp(Math.Round(value * StepsPerUnit), 0, byte.MaxValue);
}
