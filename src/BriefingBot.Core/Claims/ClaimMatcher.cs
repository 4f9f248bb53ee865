using System.Numerics;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Which of a claim's terms stand in a stretch of text, as a set of bits in the order of the claim's terms.</summary>
internal sealed class ClaimMatcher(Claim claim)
{
    private readonly double _total = claim.Terms.Sum(term => term.Weight);
    private readonly ulong _names = claim.Names.Aggregate(0UL, (bits, name) => bits | TermsOf(claim, name));

    /// <summary>The bits of the terms that are no part of a name: what is said of the names.</summary>
    public ulong Predicate => ~_names & (claim.Terms.Count == 64 ? ulong.MaxValue : (1UL << claim.Terms.Count) - 1);

    /// <summary>The claim's terms that stand there, as such, as another name of the same, or as a synonym.</summary>
    public ulong Match(string text, TextSpan span)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, span, tokens);
        return Match(tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal));
    }

    public ulong Match(HashSet<string> terms)
    {
        var found = 0UL;
        for (var i = 0; i < claim.Terms.Count; i++)
        {
            if (terms.Contains(claim.Terms[i].Term.Text) || claim.Terms[i].Others.Overlaps(terms))
            {
                found |= 1UL << i;
            }
        }

        foreach (var name in claim.Names)
        {
            if (name.Forms.Any(form => form.Terms.Count > 0 && form.Terms.All(terms.Contains)))
            {
                found |= TermsOf(claim, name);
            }
        }

        return found;
    }

    /// <summary>0 to 1: the share of the claim's weight that the bits hold.</summary>
    public double Share(ulong bits) => _total > 0 ? Weight(bits) / _total : 0;

    /// <summary>0 to 1: how much of what is said of the names the bits hold; 1 if the claim is nothing but names.</summary>
    public double PredicateShare(ulong bits) => Weight(Predicate) is var all and > 0 ? Weight(bits & Predicate) / all : 1;

    private double Weight(ulong bits)
    {
        var weight = 0.0;
        for (var left = bits; left != 0; left &= left - 1)
        {
            weight += claim.Terms[BitOperations.TrailingZeroCount(left)].Weight;
        }

        return weight;
    }

    /// <summary>Whether every name of the claim is among the bits.</summary>
    public bool HasNames(ulong bits) => claim.Names.All(name => TermsOf(claim, name) is var terms && (terms & bits) == terms);

    /// <summary>Whether a number of the claim is missing from the bits.</summary>
    public bool LacksNumber(ulong bits)
    {
        for (var i = 0; i < claim.Terms.Count; i++)
        {
            if (char.IsAsciiDigit(claim.Terms[i].Term.Text[0]) && (bits & (1UL << i)) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static ulong TermsOf(Claim claim, QuestionName name)
    {
        var bits = 0UL;
        for (var i = 0; i < claim.Terms.Count; i++)
        {
            bits |= name.Span.Contains(claim.Terms[i].Term.Span) ? 1UL << i : 0;
        }

        return bits;
    }
}
