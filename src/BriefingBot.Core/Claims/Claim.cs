using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>What a question asks about: a proposition, and, where it names one, whose word it wants on it.</summary>
/// <remarks>"Has the Pentagon confirmed that P?" asks for P, and for the Pentagon's word on it.</remarks>
internal sealed record Claim
{
    // Where the terms after the saying word weigh less than this, they are no proposition of their own.
    private const double LeastWeight = 2;

    // "What does South Korea's spy agency say": two words between the name and the verb.
    private const int MostWordsBeforeVerb = 2;

    // "Is there evidence that P?" asks for P: whoever has no evidence doubts it, and does not deny it.
    private static readonly FrozenSet<string> ProofTerms = FrozenSet.Create("evid", "proof", "indic", "sign", "true");

    // "Has Zelensky proved that P?" asks for P, and for what Zelensky has shown.
    private static readonly FrozenSet<string> Proving = FrozenSet.Create("prove", "proved", "proven", "proves", "substantiate", "substantiated");

    private static readonly FrozenSet<string> Subordinators = FrozenSet.Create("before", "after", "when", "while", "because", "since", "until", "during", "if", "although");

    private Claim(Question question, IReadOnlyList<ClaimTerm> terms, IReadOnlyList<QuestionName> names, QuestionName? asked, bool isNegated, bool asksForWords = false)
    {
        Question = question;
        Terms = terms;
        Names = names;
        Asked = asked;
        IsNegated = isNegated;
        AsksForWords = asksForWords;
    }

    public Question Question { get; }

    /// <summary>Of the question's language; null for English and those whose claims are not read.</summary>
    public Wording? Wording => Wording.Of(Tongues.OfQuestion(Question.Body));

    /// <summary>The content words of the proposition, at most 64.</summary>
    public IReadOnlyList<ClaimTerm> Terms { get; }

    /// <summary>Who and what the proposition names.</summary>
    public IReadOnlyList<QuestionName> Names { get; }

    /// <summary>Whose word on it is asked for; null if anybody's.</summary>
    public QuestionName? Asked { get; }

    /// <summary>Whether the proposition says that something is not so.</summary>
    public bool IsNegated { get; }

    /// <summary>Whether it asks if something has happened: what will happen has not.</summary>
    public bool IsPast => Question.Kind == QuestionKind.YesNo && Words.Of(Question.Body, new TextSpan(0, Question.Body.Length)) is var words
        && (Wording is { } wording ? words.Exists(word => wording.Is("past", word.Lower)) : words.FirstOrDefault().Lower is "did" or "was" or "were" or "has" or "have" or "had");

    /// <summary>Whether it asks what somebody says ("Does the Pentagon say...") rather than whether they confirm or deny it.</summary>
    public bool AsksForWords { get; }

    /// <summary>Whether it asks who said something: its own "would" is then theirs.</summary>
    public bool AsksWhoSaid => Question.Kind == QuestionKind.Who && Words.Of(Question.Body, new TextSpan(0, Question.Body.Length)) is [_, var verb, ..] && Sayings.IsSaying(verb.Lower);

    /// <summary>Whether it asks if somebody has proved something, rather than whether it is so.</summary>
    public bool AsksForProof { get; private init; }

    /// <summary>The terms of its main clause: "warned" of "warned before the gate burst".</summary>
    public IEnumerable<ClaimTerm> Main
    {
        get
        {
            var cut = Words.Of(Question.Body, new TextSpan(0, Question.Body.Length))
                .FirstOrDefault(word => Subordinators.Contains(word.Lower) && Terms.Any(term => term.Term.Span.End <= word.Span.Start)).Span;
            return cut.Length == 0 ? Terms : Terms.Where(term => term.Term.Span.End <= cut.Start);
        }
    }

    /// <param name="question">As parsed.</param>
    /// <param name="idf">The inverse passage frequency of its terms, in their order.</param>
    public static Claim Of(Question question, IReadOnlyList<double> idf)
    {
        var words = Words.Of(question.Body, new TextSpan(0, question.Body.Length));
        var all = question.Terms.Select((term, i) => new ClaimTerm(term, term.Weight * idf[i], Others(question, term)) { IsNumber = IsCount(question, term) }).ToList();
        if (Wording.Of(Tongues.OfQuestion(question.Body)) is { } wording)
        {
            return InWording(question, words, all, wording);
        }

        var isNegated = question.Kind is QuestionKind.YesNo or QuestionKind.Other && words.Skip(question.Kind == QuestionKind.YesNo && FunctionWords.IsAuxiliary(words[0].Lower) ? 1 : 0).Any(word => Negation.IsNegator(word.Lower));
        var proof = question.Kind is QuestionKind.YesNo ? all.FindAll(term => ProofTerms.Contains(term.Term.Text) && !IsDeed(words, term.Term.Span)) : [];
        all = proof.Count < all.Count - question.Names.Count ? [.. all.Except(proof)] : all;
        var proving = question.Kind is QuestionKind.YesNo ? words.FindIndex(word => Proving.Contains(word.Lower)) : -1;
        // "Asked for a loan" is something done.
        var verb = proving > 0 ? proving : words.Index().FirstOrDefault(word => Sayings.IsSaying(word.Item.Lower) && words.ElementAtOrDefault(word.Index + 1).Lower is not "for", (-1, default)).Item1;
        // "Was she confirmed to the court?" asks for nobody's word.
        var isPassive = question.Kind is QuestionKind.YesNo && words[0].Lower is "was" or "were" or "is" or "are" && verb > 0 && words.Count > verb + 1 && words[verb + 1].Lower is "to" or "as" or "by" or "in" or "on" or "at";
        var asked = verb > 0 && !isPassive ? question.Names.LastOrDefault(name => name.Span.End <= words[verb].Span.Start) : null;
        if (asked is not null && question.Kind is QuestionKind.YesNo or QuestionKind.Statement)
        {
            var end = words[verb].Span.End;
            var terms = all.Where(term => term.Term.Span.Start >= end).ToList();
            // "Did Tesla recall the Model X?": where nothing but names is left, the verb is what is asked about.
            var isDeed = FunctionWords.Is("act", words[verb].Lower) && !words.Skip(verb).Any(word => word.Lower is "that" or "whether" or "if");
            var isSaid = proving > 0 || (!isDeed && terms.Exists(term => !question.Names.Any(name => name.Span.Contains(term.Term.Span))));
            if ((isSaid && terms.Sum(term => term.Weight) >= LeastWeight) || question.Kind == QuestionKind.Statement)
            {
                return new Claim(question, terms, [.. question.Names.Where(name => name.Span.Start >= end)], asked, isNegated, proving <= 0 && !Sayings.IsVerdict(words[verb].Lower)) { AsksForProof = proving > 0 };
            }
        }
        else if (asked is not null && words.Count(word => word.Span.Start >= asked.Span.End && word.Span.End <= words[verb].Span.Start) <= MostWordsBeforeVerb)
        {
            return new Claim(question, [.. all.Where(term => !asked.Span.Contains(term.Term.Span))], [.. question.Names.Where(name => name != asked)], asked, isNegated);
        }

        return new Claim(question, all, [.. question.Names.Where(name => !IsNumeral(name))], null, isNegated);
    }

    // "Did she sign the act?" asks for no sign of one.
    private static bool IsDeed(List<Word> words, TextSpan term) => words[0].Lower is "did" or "do" or "does" or "will" or "has" or "have" && words.Exists(word => word.Span.Overlaps(term) && word.Lower is "sign" or "signed" or "indicate" or "indicated");

    // "Nine people died" begins with a capital.
    private static bool IsNumeral(QuestionName name) => Numerals.ValueOf(Sayings.Stem(name.Text)) is not null;

    /// <summary>In a language other than English. Words of how it stands ("подтвердил", "правда") are no part of the claim.</summary>
    private static Claim InWording(Question question, List<Word> words, List<ClaimTerm> all, Wording wording)
    {
        var asked = AskedParty.Find(question, words, wording);
        var frame = words.FindAll(word => wording.Is("verdicts", word.Lower) || wording.Is("proofs", word.Lower) || wording.Is("according", word.Lower)).ConvertAll(word => word.Span);
        if (asked is not null)
        {
            frame.AddRange([asked.Party.Span, asked.Phrase]);
        }

        var terms = all.FindAll(term => !frame.Exists(span => span.Overlaps(term.Term.Span)));
        var isNegated = question.Kind is QuestionKind.YesNo or QuestionKind.Other && words.Exists(word => wording.Is("negators", word.Lower));
        return terms.Count == 0 && question.Kind != QuestionKind.Statement
            ? new Claim(question, all, question.Names, null, isNegated)
            : new Claim(question, terms, [.. question.Names.Where(name => !frame.Exists(span => span.Overlaps(name.Span)))], asked?.Party, isNegated, asked is { IsVerdict: false });
    }
    private static IReadOnlySet<string> Others(Question question, QuestionTerm term) =>
        IsClaim(question) && IsCount(question, term) ? Numerals.FormsOf(term.Text).ToHashSet(StringComparer.Ordinal) : Synonyms.Of(term.Text);

    // "Lock Three" is a name.
    private static bool IsCount(Question question, QuestionTerm term) => char.IsAsciiDigit(term.Text[0])
        || (IsClaim(question) && Numerals.ValueOf(term.Text) is not null && !question.Names.Any(name => !IsNumeral(name) && name.Span.Contains(term.Span)));

    // "He measures:" wants a fact.
    private static bool IsClaim(Question question) =>
        question.Kind is QuestionKind.YesNo || (question.Kind is QuestionKind.Other && !question.Body.AsSpan().TrimEnd().EndsWith(":"));
}

/// <param name="Weight">Its share in the proposition; above 0, comparable within one claim.</param>
/// <param name="Others">Terms that news uses for it.</param>
internal sealed record ClaimTerm(QuestionTerm Term, double Weight, IReadOnlySet<string> Others)
{
    /// <summary>Whether it counts or dates something: another number is another claim.</summary>
    public bool IsNumber { get; init; }
}
