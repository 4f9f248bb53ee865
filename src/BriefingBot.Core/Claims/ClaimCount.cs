using BriefingBot.Articles;

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
    private readonly CountBounds _bounds;

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
        var asked = Words.Of(claim.Question.Body, new TextSpan(0, claim.Question.Body.Length));
        _bounds = _number is null ? default : CountBounds.Of(_number, asked, asked.FindIndex(word => Numerals.ValueOf(Sayings.Stem(word.Lower)) == _number));
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

    /// <summary>The words that make the claim's own number an upper bound here and not in the claim: "up to 10,000"; null if there are none.</summary>
    public TextSpan? Capped(IReadOnlyList<Word> words) => _number is null || _bounds.Least < _bounds.Most ? null
        : words.Index().Where(word => Numerals.ValueOf(Sayings.Stem(word.Item.Lower)) == _number).Select(word => CountBounds.MostBefore(words, word.Index)).FirstOrDefault(span => span is not null);

    private bool IsOther(string text, List<Word> words, int at) => Numerals.ValueOf(Sayings.Stem(words[at].Lower)) is { } number && number != _number && !CountBounds.Of(number, words, at).Overlaps(_bounds)
        && words.Skip(at + 1).Take(ReachInWords).Any(word => (_matcher.Match(text, word.Span) & _counted) != 0);
}
