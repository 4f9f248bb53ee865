using System.Text;

namespace BriefingBot.Postgres.Searches;

/// <summary>A term of a query.</summary>
/// <param name="Position">Among the query's terms.</param>
/// <param name="Lexeme">As PostgreSQL keeps it.</param>
/// <param name="QueryWeight">The query's own.</param>
/// <param name="Passages">In how many passages it stands.</param>
/// <param name="Titles">In how many titles it stands.</param>
internal sealed record SearchTerm(int Position, string Lexeme, double QueryWeight, int Passages, int Titles)
{
    /// <summary>With its inverse passage frequency.</summary>
    public float Weight { get; init; }

    /// <summary>The lexeme's bytes, by which PostgreSQL orders those of a passage.</summary>
    public byte[] Name { get; } = Encoding.UTF8.GetBytes(Lexeme);
}
