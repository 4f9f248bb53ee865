using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BriefingBot.Sqlite.Journals;

/// <summary>Tells an entry that was changed by other hands or by a failing disk: SQLite itself checks no contents.</summary>
internal static class EntryMark
{
    public static long Of(ReadOnlySpan<byte> stream, long ticks, ReadOnlySpan<byte> text)
    {
        Span<byte> numbers = stackalloc byte[sizeof(int) + sizeof(long)];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, stream.Length);
        BinaryPrimitives.WriteInt64LittleEndian(numbers[sizeof(int)..], ticks);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(numbers);
        hash.AppendData(stream);
        hash.AppendData(text);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadInt64LittleEndian(digest);
    }
}
