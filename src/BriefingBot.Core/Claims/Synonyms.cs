using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Words that news uses for one another, as terms.</summary>
internal static class Synonyms
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Groups = Read();

    /// <summary>The other terms of the same groups; empty if there is none.</summary>
    public static IReadOnlySet<string> Of(string term) => Groups.GetValueOrDefault(term, FrozenSet<string>.Empty);

    private static FrozenDictionary<string, FrozenSet<string>> Read()
    {
        var groups = WordList.Lines("Claims.Data.synonyms.txt").Select(Terms).ToList();
        return groups.SelectMany(group => group).Distinct()
            .ToFrozenDictionary(term => term, term => groups.Where(group => group.Contains(term)).SelectMany(group => group).Where(other => other != term).ToFrozenSet());
    }

    private static List<string> Terms(string line)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(line, new TextSpan(0, line.Length), tokens);
        return tokens.ConvertAll(token => token.Term);
    }
}
