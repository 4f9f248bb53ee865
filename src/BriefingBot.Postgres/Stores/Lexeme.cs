using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Postgres.Stores;

/// <summary>A term as PostgreSQL keeps it.</summary>
internal static class Lexeme
{
    // PostgreSQL takes lexemes of up to 2046 bytes; beyond this length only the start is kept, and a hash.
    private const int LongestInChars = 500;
    private const int StartInChars = 100;

    public static string Of(string term)
    {
        // Terms cut out of a surrogate pair are not the same, but their bytes are.
        term = StoredText.Of(term);
        return term.Length <= LongestInChars ? term
            : $"{term[..StartInChars]}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(term)))}";
    }

    /// <summary>As a tsquery writes it.</summary>
    public static string Quoted(string lexeme) =>
        $"'{lexeme.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
