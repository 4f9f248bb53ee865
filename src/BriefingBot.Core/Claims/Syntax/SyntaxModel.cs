using System.IO.Compression;

namespace BriefingBot.Claims;

/// <summary>All that was learned for reading the syntax of English sentences. Immutable, so any number of threads may read it.</summary>
/// <param name="Tags">Parts of speech, the classes of <paramref name="OfTags"/>.</param>
/// <param name="Relations">The classes of <paramref name="OfSteps"/> are a shift, then for each relation an arc from the next word, then for each an arc from the word before.</param>
internal sealed record SyntaxModel(string[] Tags, string[] Relations, SparseWeights OfTags, SparseWeights OfSteps)
{
    private const string File = "BriefingBot.Claims.Data.syntax.bin";
    private const int Format = 1;
    private static readonly Lazy<SyntaxModel> Lazy = new(ReadEmbedded);

    /// <summary>The weights that ship with the program, read at first use.</summary>
    public static SyntaxModel Shipped => Lazy.Value;

    public static SyntaxModel Read(Stream stream)
    {
        using BinaryReader reader = new(new BrotliStream(stream, CompressionMode.Decompress));
        return reader.ReadInt32() != Format
            ? throw new InvalidDataException("The syntax weights are of another format; train them again.")
            : new SyntaxModel(reader.ReadString().Split(' '), reader.ReadString().Split(' '), SparseWeights.Read(reader), SparseWeights.Read(reader));
    }

    public void Write(Stream stream)
    {
        using BinaryWriter writer = new(new BrotliStream(stream, CompressionLevel.SmallestSize));
        writer.Write(Format);
        writer.Write(string.Join(' ', Tags));
        writer.Write(string.Join(' ', Relations));
        OfTags.Write(writer);
        OfSteps.Write(writer);
    }

    private static SyntaxModel ReadEmbedded()
    {
        using var stream = typeof(SyntaxModel).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"No embedded file {File}.");
        return Read(stream);
    }
}
