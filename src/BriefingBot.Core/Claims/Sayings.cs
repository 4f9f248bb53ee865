using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>The saying words of <c>Data/saying.tsv</c>, in any form of theirs, and what each commits to.</summary>
internal static class Sayings
{
    // A confirmation is an assertion that passes a verdict.
    private const string Confirmed = "confirmed";

    private static readonly FrozenDictionary<string, string> Levels = WordList.Lines("Claims.Data.saying.tsv").Select(line => line.Split('\t'))
        .SelectMany(fields => fields[1].Split(' ').Select(verb => (Stem: Stem(verb), Level: fields[0])))
        .DistinctBy(pair => pair.Stem).ToFrozenDictionary(pair => pair.Stem, pair => pair.Level);

    /// <summary>Whether the word passes a verdict on what is said: confirm, deny.</summary>
    public static bool IsVerdict(string lower) => Levels.GetValueOrDefault(Stem(lower)) is { } level && (level == Confirmed || LevelOf(level) == Factuality.Denied);

    public static bool IsSaying(string lower) => Levels.ContainsKey(Stem(lower));

    /// <summary>What the word commits the one who is quoted with it to; null if it quotes nobody.</summary>
    public static Factuality? LevelOfSaying(string lower) => Levels.GetValueOrDefault(Stem(lower)) is { } level ? LevelOf(level) : null;

    private static Factuality LevelOf(string level) => level == Confirmed ? Factuality.Asserted : Enum.Parse<Factuality>(level, ignoreCase: true);

    /// <summary>The term of one word.</summary>
    public static string Stem(string word)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(word, new TextSpan(0, word.Length), tokens);
        return tokens.Count > 0 ? tokens[0].Term : "";
    }
}
