using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Terms that news uses for one another, and terms of opposite meaning.</summary>
internal static class StanceSynonyms
{
    private static readonly FrozenDictionary<string, string[]> More = WordList.Lines("Claims.Data.stance-synonyms.txt").Select(Terms)
        .SelectMany(group => group.Select(term => (term, group)))
        .GroupBy(pair => pair.term).ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.SelectMany(pair => pair.group).Distinct().ToArray());

    private static readonly FrozenDictionary<string, string[]> Opposite = WordList.Lines("Claims.Data.stance-antonyms.txt")
        .Select(line => line.Split(" / ").Select(Terms).ToArray())
        .SelectMany(sides => sides[0].Select(term => (term, other: sides[1])).Concat(sides[1].Select(term => (term, other: sides[0]))))
        .GroupBy(pair => pair.term).ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.SelectMany(pair => pair.other).Distinct().ToArray());

    public static IEnumerable<string> Of(string term) => Synonyms.Of(term).Concat(More.GetValueOrDefault(term, []));

    public static string[] Against(string term) => Opposite.GetValueOrDefault(term, []);

    private static string[] Terms(string words) => [.. StanceLexicon.Terms(words).Distinct()];
}
