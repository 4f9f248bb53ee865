using System.Buffers.Binary;

namespace BriefingBot.Postgres.Searches;

/// <summary>Walks over a tsvector as PostgreSQL sends it: a count, then each lexeme with a zero after it, a count of places, and the places.</summary>
internal ref struct LexemeReader(ReadOnlySpan<byte> sent)
{
    private ReadOnlySpan<byte> _left = sent[sizeof(int)..];

    public ReadOnlySpan<byte> Lexeme { get; private set; }

    /// <summary>How often it stands there, up to what PostgreSQL keeps.</summary>
    public int Frequency { get; private set; }

    public bool Next()
    {
        if (_left.IsEmpty)
            return false;

        var length = _left.IndexOf((byte)0);
        Lexeme = _left[..length];
        var places = BinaryPrimitives.ReadUInt16BigEndian(_left[(length + 1)..]);
        Frequency = Math.Max((int)places, 1);
        _left = _left[(length + 1 + sizeof(ushort) + (places * sizeof(ushort)))..];
        return true;
    }
}
