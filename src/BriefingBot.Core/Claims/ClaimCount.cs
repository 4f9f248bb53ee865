
namespace BriefingBot.Claims;

/// <summary>The number a claim counts something with, held against other numbers for the same.</summary>
internal sealed class ClaimCount
{
    private const int ReachInWords = 2;

    // Of the rest of what the claim says; the number itself is another.
    private const double LeastOfRest = 0.7;

    private readonly ClaimMatcher _matcher;
    private readonly ulong _counted;
    private readonly ulong _rest;
    private readonly string? _number;

    public ClaimCount(Claim claim)
    {
        _matcher = new ClaimMatcher(claim);
        for (var i = 0; i < claim.Terms.Count; i++)
        {
            if (!claim.Terms[i].IsNumber)
            {
                _rest |= (1UL << i) & _matcher.Predicate;
                _counted |= i > 0 && claim.Terms[i - 1].IsNumber ? 1UL << i : 0;
            }
            else
            {
                _number ??= Numerals.ValueOf(claim.Terms[i].Term.Text);
            }
        }

        _counted &= _matcher.Predicate;
    }

    /// <summary>Whether another number stands right before what the claim counts, and the rest of the claim with it.</summary>
    public bool IsOtherNumber(string text, List<Word> words)
    {
        if (_number is null || _counted == 0)
        {
            return false;
        }

        var own = words.Aggregate(0UL, (bits, word) => bits | _matcher.Match(text, word.Span));
        return _matcher.PredicateShare(own & _rest) >= LeastOfRest * _matcher.PredicateShare(_rest) && words.Index().Any(word => IsOther(text, words, word.Index));
    }

    private bool IsOther(string text, List<Word> words, int at) => Numerals.ValueOf(Sayings.Stem(words[at].Lower)) is { } number && number != _number
        && words.Skip(at + 1).Take(ReachInWords).Any(word => (_matcher.Match(text, word.Span) & _counted) != 0);
}
