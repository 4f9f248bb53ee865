namespace BriefingBot.Claims;

/// <summary>
/// The parts of a weights file, little-endian, arrays with their length before them. Weights that only add up are half floats;
/// thresholds and scales stay single, because a feature may equal them.
/// </summary>
internal static class StanceModelFile
{
    public static void Write(BinaryWriter writer, TermRarity rarity) => writer.Write(rarity.Table);

    public static TermRarity ReadRarity(BinaryReader reader) => new(reader.ReadBytes(TermRarity.Size));

    public static void Write(BinaryWriter writer, StanceEnsemble ensemble)
    {
        WriteSingles(writer, ensemble.Linear.Bias);
        WriteSingles(writer, ensemble.Linear.Dense);
        WriteHashes(writer, ensemble.Linear.Hashes);
        WriteHalves(writer, ensemble.Linear.Sparse);
        Write(writer, ensemble.Trees);
        writer.Write(ensemble.Networks.Length);
        foreach (var network in ensemble.Networks)
        {
            WriteSingles(writer, network.Mean);
            WriteSingles(writer, network.Scale);
            WriteSingles(writer, network.HiddenBias);
            WriteHalves(writer, network.Hidden);
            WriteHashes(writer, network.Hashes);
            WriteHalves(writer, network.Sparse);
            WriteSingles(writer, network.OutputBias);
            WriteHalves(writer, network.Output);
        }
    }

    public static StanceEnsemble ReadEnsemble(BinaryReader reader) => new(
        new LinearModel(ReadSingles(reader), ReadSingles(reader), ReadHashes(reader), ReadHalves(reader)),
        ReadTrees(reader),
        ReadArray(reader, reader => new NetworkModel(
            ReadSingles(reader),
            ReadSingles(reader),
            ReadSingles(reader),
            ReadHalves(reader),
            ReadHashes(reader),
            ReadHalves(reader),
            ReadSingles(reader),
            ReadHalves(reader))));

    public static void Write(BinaryWriter writer, TreeModel model)
    {
        WriteSingles(writer, model.Bias);
        writer.Write(model.Trees.Length);
        foreach (var tree in model.Trees)
        {
            WriteArray(writer, tree.Features, writer.Write);
            WriteArray(writer, tree.Left, writer.Write);
            WriteSingles(writer, tree.Values);
        }
    }

    public static TreeModel ReadTrees(BinaryReader reader) => new(
        ReadSingles(reader),
        ReadArray(reader, reader => new Tree(
            ReadArray(reader, reader => reader.ReadInt16()), ReadArray(reader, reader => reader.ReadInt16()), ReadSingles(reader))));

    private static void WriteSingles(BinaryWriter writer, float[] values) => WriteArray(writer, values, writer.Write);

    private static void WriteHalves(BinaryWriter writer, float[] values) => WriteArray(writer, values, value => writer.Write((Half)value));

    private static void WriteHashes(BinaryWriter writer, uint[] values) => WriteArray(writer, values, writer.Write);

    private static float[] ReadSingles(BinaryReader reader) => ReadArray(reader, reader => reader.ReadSingle());

    private static float[] ReadHalves(BinaryReader reader) => ReadArray(reader, reader => (float)reader.ReadHalf());

    private static uint[] ReadHashes(BinaryReader reader) => ReadArray(reader, reader => reader.ReadUInt32());

    private static void WriteArray<T>(BinaryWriter writer, T[] values, Action<T> write)
    {
        writer.Write(values.Length);
        foreach (var value in values)
            write(value);
    }

    private static T[] ReadArray<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var values = new T[reader.ReadInt32()];
        for (var i = 0; i < values.Length; i++)
            values[i] = read(reader);
        return values;
    }
}
