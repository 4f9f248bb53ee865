using System.Numerics;
using System.Runtime.InteropServices;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Which of a claim's terms stand in a stretch of text, as a set of bits in the order of the claim's terms. Not thread-safe.</summary>
internal sealed class ClaimMatcher
{
    private readonly Claim _claim;
    private readonly double _total;
    private readonly double _predicate;
    private readonly ulong _names;
    private readonly ulong _main;
    private readonly TermMatcher _matcher = new();
    private readonly List<ulong> _bits = [];
    private readonly (int[] Terms, ulong Bits)[] _forms;
    private readonly List<TermHit> _hits = [];

    public ClaimMatcher(Claim claim)
    {
        _claim = claim;
        _total = claim.Terms.Sum(term => term.Weight);
        _names = claim.Names.Aggregate(0UL, (bits, name) => bits | TermsOf(claim, name));
        _predicate = Weight(Predicate);
        var main = claim.Main.ToHashSet();
        _main = claim.Terms.Index().Where(term => main.Contains(term.Item)).Aggregate(0UL, (bits, term) => bits | (1UL << term.Index)) & Predicate;
        for (var i = 0; i < claim.Terms.Count; i++)
        {
            Add(claim.Terms[i].Term.Text, 1UL << i);
            foreach (var other in claim.Terms[i].Others)
            {
                Add(other, 1UL << i);
            }
        }

        _forms = [.. claim.Names.SelectMany(name => name.Forms.Where(form => form.Terms.Count > 0 && !IsAnyBody(name, form))
            .Select(form => (form.Terms.Select(term => Add(term, 0)).ToArray(), TermsOf(claim, name))))];
    }

    // "The bank" may be any but Tidewater Bank.
    public static bool IsAnyBody(QuestionName name, NameForm form) =>
        form.Terms.Count == 1 && name.Text.Contains(' ', StringComparison.Ordinal) && SpeakerWords.Kind(name.Text.Split(' ')[^1]) == SpeakerWord.Organisation;

    /// <summary>The bits of the terms that are no part of a name: what is said of the names.</summary>
    public ulong Predicate => ~_names & (_claim.Terms.Count == 64 ? ulong.MaxValue : (1UL << _claim.Terms.Count) - 1);

    /// <summary>The claim's terms that stand there, as such, as another name of the same, or as a synonym.</summary>
    public ulong Match(string text, TextSpan span)
    {
        _hits.Clear();
        _matcher.Match(text, span, _hits);
        return Bits(CollectionsMarshal.AsSpan(_hits));
    }

    /// <summary>The words of each sentence that count for some term or name.</summary>
    /// <param name="sentences">In order, none overlapping.</param>
    public List<ReadOnlyMemory<TermHit>> Find(string text, IReadOnlyList<(TextSpan Span, TextSpan Paragraph)> sentences)
    {
        List<TermHit> hits = [];
        _matcher.Match(text, new TextSpan(0, text.Length), hits);
        var all = hits.ToArray();
        List<ReadOnlyMemory<TermHit>> found = new(sentences.Count);
        var next = 0;
        foreach (var (span, _) in sentences)
        {
            while (next < all.Length && all[next].Start < span.Start)
            {
                next++;
            }

            var first = next;
            while (next < all.Length && all[next].Start < span.End)
            {
                next++;
            }

            found.Add(all.AsMemory(first..next));
        }

        return found;
    }

    /// <summary>The claim's terms that one word counts for.</summary>
    public ulong Bits(TermHit hit) => _bits[hit.Term];

    /// <summary>The claim's terms that some hits make up.</summary>
    public ulong Bits(ReadOnlySpan<TermHit> hits)
    {
        if (hits.IsEmpty)
        {
            return 0;
        }

        var found = 0UL;
        foreach (var hit in hits)
        {
            found |= _bits[hit.Term];
        }

        foreach (var (terms, bits) in _forms)
        {
            found |= (found & bits) != bits && HoldsAll(hits, terms) ? bits : 0;
        }

        return found;
    }

    private static bool HoldsAll(ReadOnlySpan<TermHit> hits, int[] terms)
    {
        foreach (var term in terms)
        {
            var holds = false;
            for (var i = 0; i < hits.Length && !holds; i++)
            {
                holds = hits[i].Term == term;
            }

            if (!holds)
            {
                return false;
            }
        }

        return true;
    }

    private int Add(string term, ulong bits)
    {
        var number = _matcher.Add(term);
        if (number == _bits.Count)
        {
            _bits.Add(0);
        }

        _bits[number] |= bits;
        return number;
    }

    /// <summary>0 to 1: the share of the claim's weight that the bits hold.</summary>
    public double Share(ulong bits) => _total > 0 ? Weight(bits) / _total : 0;

    /// <summary>0 to 1: how much of what is said of the names the bits hold; 1 if the claim is nothing but names.</summary>
    public double PredicateShare(ulong bits) => _predicate > 0 ? Weight(bits & Predicate) / _predicate : 1;

    /// <summary>0 to 1: the same, of the claim's main clause only.</summary>
    public double MainShare(ulong bits) => Weight(_main) is var all and > 0 ? Weight(bits & _main) / all : 1;

    private double Weight(ulong bits)
    {
        var weight = 0.0;
        for (var left = bits; left != 0; left &= left - 1)
        {
            weight += _claim.Terms[BitOperations.TrailingZeroCount(left)].Weight;
        }

        return weight;
    }

    /// <summary>Whether every name of the claim is among the bits.</summary>
    public bool HasNames(ulong bits) => _claim.Names.All(name => TermsOf(_claim, name) is var terms && (terms & bits) == terms);

    /// <summary>Whether all of one name is among the bits.</summary>
    public bool HasAll(QuestionName name, ulong bits) => TermsOf(_claim, name) is var terms && (terms & bits) == terms;

    /// <summary>Whether some of one name is among the bits.</summary>
    public bool HasAny(QuestionName name, ulong bits) => (TermsOf(_claim, name) & bits) != 0;

    /// <summary>Of a claim that names two or more, whether one of them is among the bits.</summary>
    public bool HasOneOfNames(ulong bits) => _claim.Names.Count < 2 || _claim.Names.Any(name => TermsOf(_claim, name) is var terms && (terms & bits) == terms);

    /// <summary>The bits of a name's terms.</summary>
    public ulong Bits(QuestionName name) => TermsOf(_claim, name);

    /// <summary>Whether a number of the claim is missing from the bits.</summary>
    public bool LacksNumber(ulong bits)
    {
        for (var i = 0; i < _claim.Terms.Count; i++)
        {
            if (_claim.Terms[i].IsNumber && (bits & (1UL << i)) == 0)
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
