namespace BriefingBot.Claims;

/// <summary>Classes of words that are used alike, found in text without labels. Immutable.</summary>
internal sealed class WordClassTable(IEnumerable<KeyValuePair<uint, ushort>> classes)
{
    private readonly Dictionary<uint, ushort> classOf = new(classes);

    public static WordClassTable Empty { get; } = new([]);

    /// <summary>1 upward; 0 where the word is not known.</summary>
    public ushort this[uint word] => classOf.GetValueOrDefault(word);

    public static WordClassTable Read(BinaryReader reader)
    {
        var words = reader.ReadInt32();
        Dictionary<uint, ushort> classes = new(words);
        for (var (i, word) = (0, 0u); i < words; i++)
        {
            word += (uint)reader.Read7BitEncodedInt();
            classes.Add(word, reader.ReadUInt16());
        }

        return new WordClassTable(classes);
    }

    /// <summary>Words in order, each as its distance from the one before.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(classOf.Count);
        var last = 0u;
        foreach (var (word, number) in classOf.OrderBy(pair => pair.Key))
        {
            writer.Write7BitEncodedInt((int)(word - last));
            writer.Write(number);
            last = word;
        }
    }
}
