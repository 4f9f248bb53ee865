namespace BriefingBot.Sqlite;

/// <summary>Bytes that grow, to be used again and again.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Number(int value) => Number((uint)value);

    public void Number(uint value)
    {
        Reserve(Varint.MaxLength);
        Length += Varint.Write(_bytes.AsSpan(Length), value);
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(_bytes.AsSpan(Length));
        Length += value.Length;
    }

    private void Reserve(int more)
    {
        if (Length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
    }
}
