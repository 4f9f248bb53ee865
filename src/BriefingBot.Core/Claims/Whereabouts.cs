using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Whether a sentence puts what a claim names where the claim does: "Is Kim in Moscow?" has nothing but names.</summary>
internal static class Whereabouts
{
    private static readonly FrozenSet<string> Prepositions = FrozenSet.Create("in", "at", "inside", "into", "to", "near", "from", "of", "for", "with", "on");

    /// <summary>Whether some name stands after the word that stands before it in the question.</summary>
    public static bool AreSaid(Claim claim, string text, TextSpan sentence)
    {
        var asked = Words.Of(claim.Question.Body, new TextSpan(0, claim.Question.Body.Length));
        var prepositions = claim.Names.Select(name => asked.FindLast(word => word.Span.End <= name.Span.Start).Lower).Where(word => word is not null && Prepositions.Contains(word)).ToList();
        var words = Words.Of(text, sentence);
        return prepositions.Count == 0 || prepositions.Exists(preposition => words.Index().Any(word =>
            word.Item.Lower == preposition && word.Index + 1 < words.Count && claim.Names.Any(name => name.Forms.Any(form => form.Terms[0] == Sayings.Stem(words[word.Index + 1].Lower)))));
    }
}
