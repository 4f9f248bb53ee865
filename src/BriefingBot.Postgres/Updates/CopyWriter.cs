using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace BriefingBot.Postgres.Updates;

/// <summary>Rows in the binary format of COPY, ready to be sent.</summary>
internal sealed class CopyWriter
{
    private static readonly DateOnly FirstDay = new(2000, 1, 1); // from which PostgreSQL counts days
    private const int Int4Array = 23; // the type of the elements

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);

    // The signature, then no flags and no extension.
    public CopyWriter() => _bytes.Write((byte[])[.. "PGCOPY\n"u8, 0xFF, .. "\r\n"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    public void Row(short fields) => Short(fields);

    public void Field(int value)
    {
        Int(sizeof(int));
        Int(value);
    }

    public void Field(long value)
    {
        Int(sizeof(long));
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        _bytes.Write(bytes);
    }

    public void Field(DateOnly? day)
    {
        if (day is { } known)
            Field(known.DayNumber - FirstDay.DayNumber);
        else
            Null();
    }

    public void Field(string? text)
    {
        if (text is null)
            Null();
        else
            Field(Encoding.UTF8.GetBytes(text));
    }

    public void Field(ReadOnlySpan<byte> bytes)
    {
        Int(bytes.Length);
        _bytes.Write(bytes);
    }

    /// <summary>One dimension, from 1, nothing null.</summary>
    public void Field(ReadOnlySpan<int> values)
    {
        Int((5 * sizeof(int)) + (values.Length * 2 * sizeof(int)));
        foreach (var head in (ReadOnlySpan<int>)[1, 0, Int4Array, values.Length, 1])
            Int(head);
        foreach (var value in values)
            Field(value);
    }

    /// <summary>Ends the rows.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        Short(-1);
        return _bytes.WrittenMemory;
    }

    private void Null() => Int(-1);

    private void Int(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        _bytes.Write(bytes);
    }

    private void Short(short value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(short)];
        BinaryPrimitives.WriteInt16BigEndian(bytes, value);
        _bytes.Write(bytes);
    }
}
