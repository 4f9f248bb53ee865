namespace BriefingBot.Answers;

/// <summary>The name of a stream as journals store it: bytes, so that every character is only itself, and in an order of their own.</summary>
internal sealed record StreamName
{
    public const int LongestInChars = 512;

    private const byte Slash = (byte)'/';

    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public StreamName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, LongestInChars, nameof(name));
        Bytes = WholeText.ToBytes(name);
    }

    public byte[] Bytes { get; }

    /// <summary>What stands before the first slash; the whole name if it has none.</summary>
    public byte[] Kind => KindOf(Bytes) ?? Bytes;

    /// <summary>The names that begin so.</summary>
    /// <returns>The first of them; what is after the last; and their kind, null if they may be of several.</returns>
    public static (byte[] From, byte[] To, byte[]? Kind) Range(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var from = WholeText.ToBytes(prefix);

        // No byte of a name is 0xFF.
        byte[] to = from.Length == 0 ? [byte.MaxValue] : [.. from[..^1], (byte)(from[^1] + 1)];
        return (from, to, KindOf(from));
    }

    private static byte[]? KindOf(byte[] name) => name.IndexOf(Slash) is >= 0 and var end ? name[..end] : null;
}
