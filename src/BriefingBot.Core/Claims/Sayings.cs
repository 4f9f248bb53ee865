using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>The saying words of <c>Data/saying.txt</c>, in any form of theirs.</summary>
internal static class Sayings
{
    private static readonly FrozenSet<string> Stems = WordList.Lines("Claims.Data.saying.txt").Select(Stem).ToFrozenSet();

    private static readonly FrozenSet<string> Verdicts = new[] { "confirm", "deny", "acknowledge", "admit", "reject", "dispute", "refute", "dismiss" }.Select(Stem).ToFrozenSet();

    /// <summary>Whether the word passes a verdict on what is said: confirm, deny.</summary>
    public static bool IsVerdict(string lower) => Verdicts.Contains(Stem(lower));

    public static bool IsSaying(string lower) => Stems.Contains(Stem(lower));

    /// <summary>The term of one word.</summary>
    public static string Stem(string word)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(word, new TextSpan(0, word.Length), tokens);
        return tokens.Count > 0 ? tokens[0].Term : "";
    }
}
