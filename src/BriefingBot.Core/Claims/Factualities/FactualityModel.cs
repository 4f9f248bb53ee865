using System.IO.Compression;
using System.Runtime.InteropServices;

namespace BriefingBot.Claims;

/// <summary>Learned weights of hashed features for how firmly an event is committed to: logistic regression over the five levels. Immutable.</summary>
/// <param name="Scale">One step of a weight.</param>
/// <param name="Weights">By the feature's hash, of which there are a power of two, then by level.</param>
internal sealed record FactualityModel(float Scale, sbyte[] Weights)
{
    public const int Levels = 5;
    public const int Size = 1 << 17;
    private const string File = "BriefingBot.Claims.Data.factuality.bin";
    private const int Format = 1;
    private static readonly Lazy<FactualityModel> Lazy = new(ReadEmbedded);

    /// <summary>The weights that ship with the program, read at first use.</summary>
    public static FactualityModel Shipped => Lazy.Value;

    /// <summary>The place of a feature's first weight.</summary>
    public static int RowOf(uint feature) => (int)(feature & (Size - 1)) * Levels;

    public EventReading Read(List<uint> features)
    {
        Span<int> sums = stackalloc int[Levels];
        foreach (var feature in features)
        {
            var row = RowOf(feature);
            for (var level = 0; level < Levels; level++)
            {
                sums[level] += Weights[row + level];
            }
        }

        var odds = new double[Levels];
        for (var level = 0; level < Levels; level++)
        {
            odds[level] = Math.Exp(sums[level] * Scale);
        }

        var all = odds.Sum();
        return new EventReading(Array.ConvertAll(odds, odd => odd / all));
    }

    public static FactualityModel Read(Stream stream)
    {
        using BinaryReader reader = new(new BrotliStream(stream, CompressionMode.Decompress));
        if (reader.ReadInt32() != Format)
        {
            throw new InvalidDataException("The factuality weights are of another format; train them again.");
        }

        var scale = reader.ReadSingle();
        var weights = new sbyte[Size * Levels];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new FactualityModel(scale, weights);
    }

    public void Write(Stream stream)
    {
        using BinaryWriter writer = new(new BrotliStream(stream, CompressionLevel.SmallestSize));
        writer.Write(Format);
        writer.Write(Scale);
        writer.Write(MemoryMarshal.AsBytes(Weights.AsSpan()));
    }

    private static FactualityModel ReadEmbedded()
    {
        using var stream = typeof(FactualityModel).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"No embedded file {File}.");
        return Read(stream);
    }
}
