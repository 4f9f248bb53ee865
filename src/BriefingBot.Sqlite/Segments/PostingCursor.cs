namespace BriefingBot.Sqlite.Segments;

/// <summary>Walks over all terms of one segment in order of their bytes.</summary>
/// <param name="database">Where the segment is stored.</param>
/// <param name="segment">Its number.</param>
/// <param name="newSlots">What each of its slots becomes; -1 for none.</param>
internal sealed class PostingCursor(Database database, long segment, int[] newSlots) : IDisposable
{
    private readonly Statement _blocks = database.Prepare("SELECT data FROM posting WHERE segment = ? ORDER BY first").Bind(1, segment);
    private byte[] _block = [];
    private int _position;
    private Range _term;
    private Range _postings;
    private int _count;
    private int[] _slots = [];
    private ushort[] _frequencies = [];

    public ReadOnlySpan<byte> Term => _block.AsSpan(_term);

    public bool Next()
    {
        if (_position >= _block.Length)
        {
            if (!_blocks.Step())
                return false;
            _block = _blocks.Bytes(0).ToArray();
            _position = 0;
        }

        var reader = new PostingBlockReader(_block, _position);
        reader.Next();
        (_position, _term, _postings, _count) = (reader.Position, reader.Term, reader.Postings, reader.Count);
        return true;
    }

    public void CopyTo(PostingsWriter target)
    {
        if (_slots.Length < _count)
        {
            _slots = new int[_count * 2];
            _frequencies = new ushort[_count * 2];
        }

        Postings.Read(_block.AsSpan(_postings), _slots.AsSpan(0, _count), _frequencies);
        for (var i = 0; i < _count; i++)
        {
            var slot = newSlots[_slots[i]];
            if (slot >= 0)
                target.Add(slot, _frequencies[i]);
        }
    }

    public void Dispose() => _blocks.Dispose();
}
