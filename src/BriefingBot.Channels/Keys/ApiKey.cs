using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Channels.Keys;

/// <summary>What lets a program in. The key itself is known to its owner alone; what is kept tells whether one is it.</summary>
/// <param name="Name">As access rules name it: <c>key:NAME</c>.</param>
/// <param name="Hash">SHA-256 of the key; 256 random bits need no salt and no slow hash.</param>
/// <param name="Added">When.</param>
public sealed record ApiKey(string Name, ReadOnlyMemory<byte> Hash, DateTimeOffset Added)
{
    // So that a key left somewhere can be found and told from other secrets.
    private const string Prefix = "bb_";

    private const int LengthInBytes = 32;

    /// <returns>A new key, as its owner sends it.</returns>
    public static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LengthInBytes));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether it is this key; takes as long whatever is given.</summary>
    /// <param name="hash">Of what was given.</param>
    public bool IsOf(ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(Hash.Span, hash);
}
