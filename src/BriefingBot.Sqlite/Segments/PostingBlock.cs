namespace BriefingBot.Sqlite.Segments;

/// <summary>Neighbouring terms with their postings, as they are stored in one row.</summary>
/// <param name="First">The first term.</param>
/// <param name="Data">For each term: its length and bytes, its number of postings, their length and bytes.</param>
internal sealed record PostingBlock(byte[] First, byte[] Data);

/// <summary>Walks over the terms of a block.</summary>
internal ref struct PostingBlockReader(ReadOnlySpan<byte> data, int at = 0)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _at = at;

    /// <summary>Where the next term begins.</summary>
    public readonly int Position => _at;

    public Range Term { get; private set; }

    public int Count { get; private set; }

    public Range Postings { get; private set; }

    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    public bool Next()
    {
        if (_at >= _data.Length)
            return false;

        Term = Take();
        Count = (int)Varint.Read(_data, ref _at);
        Postings = Take();
        return (uint)Count <= (uint)(Postings.End.Value - Postings.Start.Value)
            ? true : throw new InvalidDataException("A block names more postings than it holds.");
    }

    /// <summary>Goes to a term; false if the block does not have it.</summary>
    public bool Find(ReadOnlySpan<byte> term)
    {
        while (Next())
        {
            var order = _data[Term].SequenceCompareTo(term);
            if (order >= 0)
                return order == 0;
        }

        return false;
    }

    private Range Take()
    {
        var length = (int)Varint.Read(_data, ref _at);
        var start = _at;
        _at = checked(start + length);
        return length >= 0 && _at <= _data.Length ? start.._at : throw new InvalidDataException("A block ends within a term.");
    }
}

/// <summary>Fills blocks with terms, which come in order of their bytes.</summary>
internal sealed class PostingBlockWriter(Action<PostingBlock> store)
{
    // Small enough that a search reads little that it does not need, large enough that rows cost little.
    private const int MinBlockInBytes = 8 * 1024;

    private readonly ByteWriter _bytes = new();
    private byte[] _first = [];

    public void Add(ReadOnlySpan<byte> term, PostingsWriter postings)
    {
        if (_bytes.Length == 0)
            _first = term.ToArray();
        _bytes.Number(term.Length);
        _bytes.Bytes(term);
        _bytes.Number(postings.Count);
        _bytes.Number(postings.Written.Length);
        _bytes.Bytes(postings.Written);
        if (_bytes.Length >= MinBlockInBytes)
            Finish();
    }

    public void Finish()
    {
        if (_bytes.Length == 0)
            return;
        store(new PostingBlock(_first, _bytes.Written.ToArray()));
        _bytes.Clear();
    }
}
