using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Postgres.Stores;

/// <summary>The keys of the server's advisory locks: a class of our own, and in it the migrations and each corpus by its name.</summary>
internal static class Locks
{
    /// <summary>"BBOT": other programs on the same database choose other classes.</summary>
    public const int Class = 0x42424F54;

    public const int Migrations = 0;

    /// <summary>Above 0. Corpora of one key wait for each other, which is all.</summary>
    public static int Of(string corpus) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(corpus))) % int.MaxValue) + 1;
}
