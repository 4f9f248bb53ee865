using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>One statement held against a claim.</summary>
/// <param name="Statement">The sentence and its speaker.</param>
/// <param name="Stance">Toward the claim.</param>
/// <param name="Commitment">How firmly.</param>
/// <param name="Cue">The words that show it; null if it is plainly asserted.</param>
/// <param name="Relevance">0 to 1: the share of the claim that the sentence and what leads up to it speak of.</param>
/// <param name="Direct">0 to 1: the share of the claim in the sentence itself.</param>
/// <param name="Predicate">0 to 1: the share of what the claim says of its names, in the sentence and what leads up to it.</param>
internal sealed record StatementStance(Statement Statement, Stance Stance, Commitment Commitment, TextSpan? Cue, double Relevance, double Direct, double Predicate)
{
    /// <summary>Whether it says the same of another number: 1,500 where the claim has 10,000.</summary>
    public bool HasOtherNumber { get; init; }

    /// <summary>Whether it counts the same with another number, and is firm about it: seven people died where the claim has eight.</summary>
    public bool CountsOtherwise { get; init; }

    /// <summary>Whether it says half of what the claim says, and nothing against it.</summary>
    public bool IsNear { get; init; }

    /// <summary>Whether it is a note that takes back what an earlier version said.</summary>
    public bool IsRetraction { get; init; }
}

/// <summary>Tells the stance of an article's statements toward a claim.</summary>
internal sealed class StanceReader(Claim claim)
{
    // What was said just before carries over ("those reports"); the title, and names from anywhere in the article, less.
    private const double BeforeWeight = 0.8;
    private const double AroundWeight = 0.5;

    // A sentence speaks of the claim from half of its weight on.
    private const double LeastRelevance = 0.5;

    // Below it a sentence is not looked at.
    private const double LeastRead = 0.3;
    private const double LeastPredicate = 0.5;

    // Whoever supports a claim says most of its main clause.
    private const double LeastMainToSupport = 0.7;

    // To refute a part that the whole cannot do without is to refute the whole.
    private const double LeastTouched = 0.3;

    // Half is one of two words.
    private const double LeastOfClause = 0.55;

    // With no word of the claim in it, only a cue and a word that points back connect a sentence to it.
    private const double LeastDirect = 0.12;
    private const int NegationReachInWords = 3;

    // Of the learned factuality, -3 to 3: below it nothing is asserted, whatever the words.
    private const double LeastScoreToAssert = 1;
    private const int LongestTimeInWords = 8;

    private static readonly FrozenSet<string> Occasions = FrozenSet.Create("over", "amid", "after", "because", "despite", "following", "when", "while", "before");

    // "Sent to Donetsk" does not ask for a plan "to send".
    private static readonly FrozenSet<string> Links = FrozenSet.Create("to", "that", "for", "of", "on", "in", "it", "is", "are", "was", "were", "be", "has", "have");

    private static readonly FrozenSet<string> Aspects = FrozenSet.Create("when", "where", "why", "how", "who", "which", "what");

    private static readonly FrozenSet<string> TimeUnits = FrozenSet.Create("days", "weeks", "months", "years", "decades", "hours");

    private readonly ClaimMatcher _matcher = new(claim);
    private readonly PropositionReader _proposition = new(claim);
    private readonly ClaimCount _counts = new(claim);
    private readonly Opposites _opposites = new(claim, new ClaimMatcher(claim));
    private readonly FrozenSet<string> _askedTerms = Words.Of(claim.Question.Body, new TextSpan(0, claim.Question.Body.Length)).Select(word => Sayings.Stem(word.Lower)).Where(term => term.Length > 0).ToFrozenSet();
    private readonly FrozenSet<string> _asked = Words.Of(claim.Question.Body, new TextSpan(0, claim.Question.Body.Length)).Select(word => word.Lower).ToFrozenSet();

    public ClaimMatcher Matcher => _matcher;

    /// <summary>Every sentence of the story, in order, with what it has of the claim.</summary>
    /// <param name="asOf">What was corrected later is left out; null for no limit.</param>
    public IEnumerable<ClaimSentence> Scan(Article article, DateOnly? asOf = null)
    {
        var reader = new StatementReader(article, asOf);
        var title = _matcher.Match(article.Title, new TextSpan(0, article.Title.Length));
        var hits = _matcher.Find(article.Text, reader.Sentences);
        var bits = hits.ConvertAll(found => _matcher.Bits(found.Span));
        var anywhere = bits.Aggregate(0UL, (all, own) => all | own);
        var names = anywhere & ~_matcher.Predicate;
        var lead = bits.Count > 0 && Wording.Of(reader.Tongue) is not null ? bits[0] : 0;
        for (var i = 0; i < bits.Count; i++)
        {
            var before = ((i > 0 ? bits[i - 1] : 0) | (i > 1 ? bits[i - 2] : 0)) & ~bits[i];
            var around = (title | names | lead) & ~bits[i] & ~before;
            var nearest = i > 0 && bits[i - 1] != 0 && (bits[i - 1] & _matcher.Predicate) == 0 ? bits[i - 1] : before;
            yield return new ClaimSentence(reader, i, hits[i], bits[i], before, around, Relevance(bits[i], before, around)) { Nearest = nearest, Topic = title | bits[0], Anywhere = anywhere };
        }
    }

    /// <summary>Whether a sentence speaks of the claim at all.</summary>
    public bool IsWorthReading(ClaimSentence sentence) =>
        claim.Terms.Count == 0 || ((sentence.Own | sentence.Before) != 0 && sentence.Relevance >= LeastRead);

    public StatementStance Read(ClaimSentence sentence) =>
        Read(sentence.Reader.Read(sentence.Index), sentence);

    /// <summary>0 to 1: how much of what the claim says of its names stands there, a word that says the opposite counted.</summary>
    public double ShareOrOpposite(IReadOnlyList<Word> words, ulong own) => _matcher.PredicateShare(own | _opposites.In(words, own).Bit);

    private double Relevance(ulong own, ulong before, ulong around) =>
        _matcher.Share(own) + (BeforeWeight * _matcher.Share(before)) + (AroundWeight * _matcher.Share(around));

    private StatementStance Read(Statement statement, ClaimSentence sentence)
    {
        var (own, before, around) = (sentence.Own, sentence.Before, sentence.Around);
        var direct = _matcher.Share(own);
        var relevance = Relevance(own, before, around);
        var tongue = sentence.Reader.Tongue;
        var wording = Wording.Of(tongue);
        var words = ToTheClaim(statement, wording);
        var cue = Strongest(statement.Source.Text, words, tongue);
        cue = cue is { Commitment: Commitment.Refuted } && _proposition.IsOfElse(statement, sentence, cue.Span) ? null : cue;

        var pointsBack = wording is not null ? words.Exists(word => wording.Is("pointers", word.Lower))
            : Pointing.IsBack(words, cue) && !Pointing.NamesAnother(Words.Of(statement.Source.Text, statement.Span), word => (_matcher.Match(statement.Source.Text, word.Span) & _matcher.Predicate) != 0);
        var doubts = cue is { Commitment: Commitment.Uncommitted or Commitment.Refuted };
        StatementStance Stands(Stance stance, Commitment commitment, TextSpan? by) => new(statement, stance, commitment, by, relevance, direct, _matcher.PredicateShare(own | before | around));

        var known = own | before | around;
        if (statement.Correction is { } correction && Correction.Retracts(statement.Source.Text, words[0].Span.Union(words[^1].Span)) is { } taken)
        {
            var isTaken = _matcher.HasNames(known) && _matcher.PredicateShare(own) >= LeastPredicate && _matcher.MainShare(own) >= LeastMainToSupport && !_matcher.LacksNumber(own);
            return Stands(isTaken ? Flip(Stance.Refutes) : Stance.Unrelated, Commitment.Refuted, taken) with { Statement = statement with { Span = correction.Span, Speaker = null }, IsRetraction = isTaken };
        }

        var lacksNumber = _matcher.LacksNumber(own);
        var negator = cue is { Commitment: Commitment.Refuted } ? pointsBack || IsAbout(statement.Source.Text, words, cue.Span, wording) ? cue.Span : null : Negator(statement.Source.Text, words, wording);
        // "Never owned a single share": the syntax reaches farther.
        negator ??= cue is null or { Commitment: Commitment.Asserted or Commitment.Confirmed } && wording is null && direct >= LeastDirect
            && words.Find(word => Negation.IsNegator(word.Lower)) is { Span.Length: > 0 } never && _proposition.IsNegated(statement, sentence) ? never.Span : null;
        if (relevance < LeastRelevance || !(direct >= LeastDirect || (doubts && pointsBack)) || cue is { Commitment: Commitment.Silent }
            || !_matcher.HasNames(known) || statement.Text.EndsWith('?'))
        {
            return Stands(Stance.Unrelated, cue?.Commitment ?? Commitment.Asserted, cue?.Span);
        }

        // It speaks of the claim; whether for or against it, nobody reads.
        if (tongue == Tongue.Other)
        {
            return Stands(_matcher.PredicateShare(own) >= LeastPredicate ? Stance.Uncommitted : Stance.Unrelated, Commitment.Asserted, null);
        }

        // A doubt or a denial may point back to what was said before: "I can't confirm those reports".
        var touches = wording is null ? _matcher.PredicateShare(own) >= LeastTouched : _matcher.PredicateShare(Said(statement, own)) >= LeastPredicate;
        var isKnown = _matcher.PredicateShare(known) >= LeastPredicate && _matcher.MainShare(known) >= LeastPredicate;
        var pointedAt = own | (wording is null ? sentence.Nearest | (around & ~_matcher.Predicate) : before | around);
        var isPointedAt = pointsBack && _matcher.PredicateShare(pointedAt) >= LeastPredicate && _matcher.MainShare(pointedAt) >= LeastPredicate;
        if (cue is { Commitment: Commitment.Uncommitted } && isKnown && !IsOfAnAspect(words, wording) && (_matcher.PredicateShare(own) >= (wording is null ? LeastPredicate : LeastTouched) || isPointedAt))
        {
            return Stands(Stance.Uncommitted, cue.Commitment, cue.Span);
        }

        if (negator is not null && cue is not { Commitment: Commitment.Uncommitted } && (((!lacksNumber || !HasNumber(words)) && touches && IsOfTheVerb(cue, words, own) && _matcher.HasOneOfNames(own | before) && ((cue is null || statement.Source.Text.AsSpan(cue.Span.Start, cue.Span.Length).StartsWith("there", StringComparison.OrdinalIgnoreCase) ? _proposition.IsDenied(statement, sentence) : _proposition.IsTold(statement, sentence)) || IsOfThere(statement.Source.Text, words, negator))) || (pointsBack && isKnown && !_matcher.LacksNumber(known) && _proposition.IsToldBefore(sentence))))
        {
            return Stands(Flip(Stance.Refutes), claim.IsNegated ? Commitment.Asserted : Commitment.Refuted, negator);
        }

        var (opposite, turned) = wording is null ? _opposites.In(words, own) : (null, 0);
        // Talk of it may name the rest elsewhere: the gate of the lock "may have been tampered with".
        var main = wording is null && cue is { Commitment: Commitment.Hedged or Commitment.Unsupported } ? known | sentence.Anywhere : known;
        // What tells it of the same parties may leave the rest to the sentences before: "there was a leak".
        var said = (negator is null && _proposition.Shows && _matcher.PredicateShare(known) >= LeastPredicate && _proposition.IsAsserted(statement, sentence) ? known : own) | turned;
        // What denies a claim that something is not so says nearly all of it.
        var supports = negator is null && (!claim.IsNegated || wording is not null || _matcher.PredicateShare(own | turned) >= LeastMainToSupport) && cue is not { Commitment: Commitment.Uncommitted or Commitment.Refuted } && !IsCondition(cue, statement, words) && !lacksNumber && _matcher.Share(said & ~turned) >= LeastRelevance / 2
            && _matcher.PredicateShare(said) >= LeastPredicate && _matcher.MainShare(said) >= LeastPredicate && _matcher.MainShare(main | turned) >= LeastMainToSupport
            && (_matcher.Predicate != 0 || claim.Names.Count < 2 || (_matcher.HasNames(own) && Whereabouts.AreSaid(claim, statement.Source.Text, statement.Span)));
        if (supports && opposite is { } word && !_proposition.IsTurned(statement, sentence, turned, word))
        {
            (supports, opposite) = (false, null);
        }

        supports = supports && (opposite is not null || (cue is { Commitment: Commitment.Hedged or Commitment.Unsupported } ? _proposition.IsTold(statement, sentence) || _proposition.IsMentioned(statement, sentence) : _proposition.IsAsserted(statement, sentence)));
        if (supports && opposite is not null && claim.Question.Kind is not (QuestionKind.When or QuestionKind.HowMany))
        {
            return Stands(Flip(Stance.Refutes), claim.IsNegated ? Commitment.Asserted : Commitment.Refuted, opposite) with { Predicate = _matcher.PredicateShare(known | turned) };
        }

        return supports
            ? cue is null && _counts.Capped(words) is { } capped ? Stands(Flip(Stance.Supports), Commitment.Hedged, capped)
                : cue is null && wording is null && Doubtful(statement.Source.Text, words) is { } doubtful ? Stands(Flip(Stance.Supports), Commitment.Hedged, doubtful)
                : Stands(Flip(Stance.Supports), cue?.Commitment ?? Commitment.Asserted, cue?.Span) with { Predicate = _matcher.PredicateShare(main | turned) }
            : Stands(Stance.Unrelated, cue?.Commitment ?? Commitment.Asserted, cue?.Span) with
            {
                HasOtherNumber = lacksNumber && HasNumber(words) && _matcher.PredicateShare(own) >= LeastTouched,
                CountsOtherwise = lacksNumber && negator is null && !doubts && cue is not { Commitment: Commitment.Hedged } && _counts.IsOtherNumber(statement.Source.Text, words) && _proposition.IsAsserted(statement, sentence),
                IsNear = negator is null && !doubts && !lacksNumber && (wording is not null || !words.Exists(word => Negation.IsNegator(word.Lower))) && _matcher.PredicateShare(own) >= LeastPredicate,
            };
    }

    // "There was no leak."
    private bool IsOfThere(string text, List<Word> words, TextSpan? negator) =>
        negator is { } span && words.FindLastIndex(word => word.Span.Overlaps(span)) is > 0 and var at && words.Skip(Math.Max(0, at - 2)).Take(2).Any(word => word.Lower == "there")
        && words.Skip(at + 1).Take(NegationReachInWords).TakeWhile(word => !FunctionWords.Is("preposition", word.Lower)).Any(word => _proposition.IsOfIt(_matcher.Match(text, word.Span)));

    // "Denied that he had owned shares" denies nothing else of shares: a denial with a clause of its own is of what most of the claim says.
    private bool IsOfTheVerb(Cue? cue, List<Word> words, ulong own) => cue is not { Commitment: Commitment.Refuted } || _matcher.PredicateShare(own) > LeastOfClause
        || !words.Exists(word => word.Lower == "that" && word.Span.Start >= cue.Span.End);

    // Who does not know the cause does not doubt that it happened.
    private bool IsOfAnAspect(List<Word> words, Wording? wording) =>
        wording is not null && words.Exists(word => wording.Is("aspects", word.Lower)) && !_asked.Any(word => wording.Is("aspects", word));

    // "The authority could not say when they would move" leaves open when, not that they wait.
    private bool IsOfAnAspect(string text, List<Word> words, Cue cue, Wording? wording)
    {
        var next = words.FindIndex(word => word.Span.Start >= cue.Span.End);
        return wording is null && cue.Commitment == Commitment.Uncommitted && next >= 0 && Aspects.Contains(words[next].Lower) && !_asked.Contains(words[next].Lower)
            && !words.Skip(next).Any(word => (_matcher.Match(text, word.Span) & _matcher.Predicate) != 0);
    }

    /// <summary>Of the claim's terms in a statement those in what its speaker says: "the mayor of Velgrad denied" denies nothing of Velgrad.</summary>
    private ulong Said(Statement statement, ulong own) => statement.Speaker is not { } speaker ? own
        : speaker.Content.Where(statement.Span.Overlaps).Aggregate(0UL, (bits, content) => bits | _matcher.Match(statement.Source.Text, content)) & own;

    // "If troops arrive" says nothing of whether they do.
    private bool IsCondition(Cue? cue, Statement statement, List<Word> words)
    {
        if (cue is not { Commitment: Commitment.Hedged, Level: Factuality.Uncommitted })
        {
            return false;
        }

        var (_, end) = Clauses.Around(words, words.FindIndex(word => word.Span.Start == cue.Span.Start), Clauses.Boundaries);
        return _matcher.PredicateShare(_matcher.Match(statement.Source.Text, cue.Span.Union(words[end - 1].Span))) >= LeastPredicate;
    }

    // Without a cue of the lexicon: where the sentence commits to none of the words that say what the claim says, as learned, the firmest of them and the word before.
    private TextSpan? Doubtful(string text, List<Word> words)
    {
        EventFeatures? features = null;
        var (firmest, most) = (-1, double.MinValue);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsCapitalised || !char.IsLetter(words[i].Lower[0]) || (_matcher.Match(text, words[i].Span) & _matcher.Predicate) == 0)
            {
                continue;
            }

            features ??= new EventFeatures(words, AttributionModel.Shipped.Classes);
            var score = FactualityModel.Shipped.Read(features.Of(i)).Score;
            (firmest, most) = score > most ? (i, score) : (firmest, most);
        }

        return firmest >= 0 && most < LeastScoreToAssert ? words[Math.Max(0, firmest - 1)].Span.Union(words[firmest].Span) : null;
    }

    private static bool HasNumber(List<Word> words) => words.Exists(word => Numerals.ValueOf(word.Lower) is not null);

    private Stance Flip(Stance stance) => !claim.IsNegated ? stance : stance == Stance.Supports ? Stance.Refutes : Stance.Supports;

    /// <summary>Of a sentence with "but" in it, the part that says most about what the claim says.</summary>
    private List<Word> ToTheClaim(Statement statement, Wording? wording)
    {
        var parts = Clauses.Contrasting(Words.Of(statement.Source.Text, statement.Span), wording);
        return parts.Count == 1 ? parts[0]
            : parts.MaxBy(part => _matcher.Match(statement.Source.Text, part[0].Span.Union(part[^1].Span)) is var bits && bits != 0
                ? _matcher.PredicateShare(bits & _matcher.Predicate) + (0.1 * _matcher.Share(bits)) : 0)!;
    }

    // A hedge that the question has itself ("planning to") is part of the claim, not a doubt about it.
    private Cue? Strongest(string text, List<Word> words, Tongue tongue)
    {
        var wording = Wording.Of(tongue);
        var matched = words.Where(word => _matcher.Match(text, word.Span) != 0).ToList();
        bool IsAsked(Cue cue) => !claim.AsksWhoSaid && words.Exists(word => cue.Span.Contains(word.Span) && !word.IsCapitalised && !Links.Contains(word.Lower) && (_asked.Contains(word.Lower) || _askedTerms.Contains(Sayings.Stem(word.Lower))));
        bool IsAboutIt(Cue cue)
        {
            if (wording is not null)
            {
                return true;
            }

            var (start, end) = FirmnessLevels.ReachOf(words, cue);
            var reach = words[start].Span.Union(words[end - 1].Span);
            return (cue.IsOfClause && _matcher.MainShare(_matcher.Match(text, reach)) > LeastOfClause) || 2 * matched.Count(word => Clauses.AreTogether(words, cue.Span, word.Span)) >= matched.Count || (!cue.IsOfClause && 2 * matched.Count(word => reach.Contains(word.Span)) > matched.Count);
        }

        return CuePatterns.Find(words, tongue).Where(cue => !IsOfAnAspect(text, words, cue, wording))
            .Where(cue => cue.Commitment != Commitment.Silent || 2 * matched.Count(word => Clauses.AreTogether(words, cue.Span, word.Span)) >= matched.Count)
            .Where(cue => cue.Commitment != Commitment.Hedged || ((claim.IsPast || !cue.IsFuture) && !IsAsked(cue) && IsAboutIt(cue)))
            .OrderBy(cue => cue.Commitment).FirstOrDefault();
    }

    /// <summary>A negating word shortly before a word of the claim that is no name, in Korean right after it; null if there is none.</summary>
    private TextSpan? Negator(string text, List<Word> words, Wording? wording)
    {
        var lacking = CuePatterns.Find(words).FindAll(cue => cue.Commitment is Commitment.Unsupported or Commitment.Silent);
        for (var i = 0; i < words.Count; i++)
        {
            // "Without evidence" denies the evidence.
            if (!Negation.IsNegator(words[i].Lower, wording) || (wording is null && IsInCondition(words, i)) || (wording is null ? IsOfATime(words, i) : IsOfATime(words, i, wording)) || lacking.Exists(cue => cue.Span.Contains(words[i].Span)))
            {
                continue;
            }

            if (wording?.Tongue == Tongue.Korean)
            {
                if (words.Take(i).TakeLast(NegationReachInWords).Any(word => (_matcher.Match(text, word.Span) & _matcher.Predicate) != 0))
                {
                    return words[i].Span;
                }

                continue;
            }

            for (var next = i + 1; next < words.Count && next <= i + NegationReachInWords && !words[next].IsMark; next++)
            {
                if (!words[next].IsCapitalised && (_matcher.Match(text, words[next].Span) & _matcher.Predicate) != 0)
                {
                    return words[i].Span;
                }
            }
        }

        return null;
    }

    // "Would fail if the state did not help" does not say that it did not.
    private static bool IsInCondition(List<Word> words, int at) =>
        words.Take(at).Reverse().TakeWhile(word => !word.IsMark).Any(word => word.Lower is "if" or "unless" or "whether");

    // "No visit for 24 years" and "not until Friday" tell when, not that it is not so.
    private static bool IsOfATime(List<Word> words, int negator)
    {
        for (var i = negator + 1; i + 1 < words.Count && i <= negator + LongestTimeInWords && !words[i].IsMark; i++)
        {
            if (words[i].Lower is "until" or "since" || (words[i].Lower is "for" or "in" && words.Skip(i + 1).Take(3).Any(word => TimeUnits.Contains(word.Lower))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfATime(List<Word> words, int negator, Wording wording) =>
        words.Skip(negator + 1).Take(LongestTimeInWords).TakeWhile(word => !word.IsMark).Any(word => wording.Is("times", word.Lower));

    /// <summary>Whether a denial is of what the claim says: a word of it stands before the denial, or after it and before its occasion ("over", "after").</summary>
    private bool IsAbout(string text, List<Word> words, TextSpan cue, Wording? wording)
    {
        foreach (var word in words)
        {
            if (word.Span.Start >= cue.End && (wording is null ? Occasions.Contains(word.Lower) : wording.Is("occasions", word.Lower)))
            {
                return false;
            }

            if ((_matcher.Match(text, word.Span) & _matcher.Predicate) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
