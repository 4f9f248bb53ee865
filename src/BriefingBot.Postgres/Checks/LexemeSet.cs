using BriefingBot.Postgres.Searches;

namespace BriefingBot.Postgres.Checks;

/// <summary>Compares vectors of lexemes whatever the order they are in: PostgreSQL sorts by bytes.</summary>
internal static class LexemeSet
{
    public static bool Equal(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.SequenceEqual(right) || (left.Length == right.Length && Read(left).SetEquals(Read(right)));

    private static HashSet<(string, int)> Read(ReadOnlySpan<byte> sent)
    {
        HashSet<(string, int)> lexemes = [];
        var reader = new LexemeReader(sent);
        while (reader.Next())
            lexemes.Add((Convert.ToBase64String(reader.Lexeme), reader.Frequency));
        return lexemes;
    }
}
