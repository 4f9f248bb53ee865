using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Words that say the opposite of what a claim says: "will stay shut" where it asks whether something opens.</summary>
internal sealed class Opposites
{
    // Too common in other senses to tell.
    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        "well", "up", "down", "before", "after", "first", "last", "more", "most", "less", "least", "fewer", "higher", "lower", "found", "missing", "true", "real", "left", "man", "boy", "woman", "girl", "male", "female");

    private static readonly FrozenDictionary<string, FrozenSet<string>> ByTerm = Read();

    private readonly Claim _claim;
    private readonly ClaimMatcher _matcher;

    public Opposites(Claim claim, ClaimMatcher matcher) => (_claim, _matcher) = (claim, matcher);

    /// <summary>A word against a term of the claim that is not there itself, and the term's bit; no word if there is none.</summary>
    /// <param name="own">The claim's terms in the sentence.</param>
    public (TextSpan? Word, ulong Bit) In(IReadOnlyList<Word> words, ulong own)
    {
        for (var i = 0; i < _claim.Terms.Count; i++)
        {
            var bit = 1UL << i;
            if ((own & bit) == 0 && (_matcher.Predicate & bit) != 0 && ByTerm.TryGetValue(_claim.Terms[i].Term.Text, out var against))
            {
                foreach (var word in words.Where(word => !word.IsMark && against.Contains(Sayings.Stem(word.Lower))))
                {
                    return (word.Span, bit);
                }
            }
        }

        return (null, 0);
    }

    private static FrozenDictionary<string, FrozenSet<string>> Read()
    {
        Dictionary<string, HashSet<string>> against = new(StringComparer.Ordinal);
        foreach (var sides in WordList.Lines("Claims.Data.stance-antonyms.txt").Select(line => line.Split(" / ")))
        {
            Add(against, Terms(sides[0]), Terms(sides[1]));
            Add(against, Terms(sides[1]), Terms(sides[0]));
        }

        return against.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());
    }

    private static void Add(Dictionary<string, HashSet<string>> against, List<string> side, List<string> other)
    {
        foreach (var term in side)
        {
            against.TryAdd(term, []);
            against[term].UnionWith(other);
        }
    }

    private static List<string> Terms(string side) => [.. side.Split(' ').Where(word => !Common.Contains(word)).Select(Sayings.Stem).Distinct()];
}
