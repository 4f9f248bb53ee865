using System.IO.Compression;

namespace BriefingBot.Claims;

/// <summary>All that was learned for reading attributions. Immutable, so any number of threads may read it.</summary>
internal sealed record AttributionModel(WordClassTable Classes, ChainModel Cues, ChainModel Roles, Judge Judge)
{
    private const string File = "BriefingBot.Claims.Data.attribution.bin";
    private const int Format = 1;
    private static readonly Lazy<AttributionModel> Lazy = new(ReadEmbedded);

    /// <summary>The weights that ship with the program, read at first use.</summary>
    public static AttributionModel Shipped => Lazy.Value;

    public static AttributionModel Read(Stream stream)
    {
        using BinaryReader reader = new(new BrotliStream(stream, CompressionMode.Decompress));
        if (reader.ReadInt32() != Format)
        {
            throw new InvalidDataException("The attribution weights are of another format; train them again.");
        }

        return new AttributionModel(
            WordClassTable.Read(reader),
            ChainModel.Read(reader, CueLabels.Automaton),
            ChainModel.Read(reader, RoleLabels.Automaton),
            Judge.Read(reader));
    }

    public void Write(Stream stream)
    {
        using BinaryWriter writer = new(new BrotliStream(stream, CompressionLevel.SmallestSize));
        writer.Write(Format);
        Classes.Write(writer);
        Cues.Write(writer);
        Roles.Write(writer);
        Judge.Write(writer);
    }

    private static AttributionModel ReadEmbedded()
    {
        using var stream = typeof(AttributionModel).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"No embedded file {File}.");
        return Read(stream);
    }
}
