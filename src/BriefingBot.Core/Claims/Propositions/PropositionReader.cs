using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Tells whether sentences say what a claim says, of the same parties; where the claim's syntax does not show what it says, whether they have all its names. Not thread-safe.</summary>
internal sealed class PropositionReader(Claim claim)
{
    private const int MostSentencesBack = 2;

    private readonly ClaimMatcher _matcher = new(claim);
    private readonly Lazy<Proposition?> _proposition = new(() => Proposition.Of(claim, new ClaimMatcher(claim)));

    /// <summary>Whether the claim's syntax shows what it says of whom.</summary>
    public bool Shows => _proposition.Value is not null;

    /// <summary>Whether terms of the claim are what it says, or whom it says it of; where its syntax does not show that, always.</summary>
    public bool IsOfIt(ulong bits) => _proposition.Value is not { } proposition || (bits & (proposition.Head | proposition.Doer.Bits | proposition.Done.Bits)) != 0;

    public bool IsAsserted(Statement statement, ClaimSentence sentence) => Told(statement, sentence) is Telling.Plainly or null && HasNames(sentence);

    /// <summary>Whether it is told at all, in whatever way.</summary>
    public bool IsTold(Statement statement, ClaimSentence sentence) => Told(statement, sentence) != Telling.Not && HasNames(sentence);

    /// <summary>Whether it may be told as something that is not so.</summary>
    public bool IsDenied(Statement statement, ClaimSentence sentence) => Told(statement, sentence) is Telling.Negated or null && HasNames(sentence);

    /// <summary>Whether it is told as something that is not so, for certain.</summary>
    public bool IsNegated(Statement statement, ClaimSentence sentence) => Told(statement, sentence) == Telling.Negated;

    /// <summary>Whether a word that says the opposite stands for the claim's verb, of the same parties.</summary>
    /// <param name="turned">The claim's terms that the word is the opposite of.</param>
    public bool IsTurned(Statement statement, ClaimSentence sentence, ulong turned, TextSpan opposite) => _proposition.Value is not { } proposition ? HasNames(sentence)
        : (turned & proposition.Head) != 0 && proposition.In(statement, sentence, opposite) == Telling.Plainly;

    /// <summary>Whether a denial in a sentence that asserts the claim is of something else.</summary>
    public bool IsOfElse(Statement statement, ClaimSentence sentence, TextSpan denial) =>
        _proposition.Value is { } proposition && proposition.In(statement, sentence) == Telling.Plainly && proposition.IsApart(statement, sentence, denial);

    /// <summary>Whether all that the claim needs is there, however it is put, and nobody else is said to do it: what may be told otherwise is at most unconfirmed.</summary>
    public bool IsMentioned(Statement statement, ClaimSentence sentence) => _proposition.Value is not { } proposition ? claim.Names.Count < 2 || _matcher.HasNames(sentence.Own)
        : (sentence.Own & proposition.Head) != 0 && (claim.Names.Count < 2 || _matcher.HasNames(sentence.Own)) && !proposition.IsOfOthers(statement, sentence);

    /// <summary>Whether one of the sentences before, which a denial may point back at, tells it.</summary>
    public bool IsToldBefore(ClaimSentence sentence)
    {
        if (_proposition.Value is null)
        {
            return true;
        }

        for (var at = sentence.Index - 1; at >= Math.Max(0, sentence.Index - MostSentencesBack); at--)
        {
            if (IsTold(sentence.Reader.Read(at), sentence with { Index = at, Own = _matcher.Match(sentence.Source.Text, sentence.Reader.Sentences[at].Span) }))
            {
                return true;
            }
        }

        return false;
    }

    private Telling? Told(Statement statement, ClaimSentence sentence) => _proposition.Value?.In(statement, sentence);

    // Asked of a claim whose syntax shows nothing.
    private bool HasNames(ClaimSentence sentence) => _proposition.Value is not null || !IsPlainClaim || _matcher.HasNames(sentence.Own);

    private bool IsPlainClaim => claim.Wording is null && claim.Question.Kind is QuestionKind.YesNo or QuestionKind.Other;
}
