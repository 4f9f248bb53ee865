using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>What a claim says of whom, by its syntax; held against sentences, which must say the same of the same. English only. Not thread-safe.</summary>
internal sealed class Proposition
{
    private readonly Claim _claim;
    private readonly ClaimMatcher _matcher;
    private readonly SyntaxTree _tree;
    private readonly string _stem;
    private (Article? Source, TextSpan Span, IReadOnlyList<SyntaxTree> Trees) _read;

    private Proposition(Claim claim, ClaimMatcher matcher, SyntaxTree tree, int head)
    {
        (_claim, _matcher, _tree) = (claim, matcher, tree);
        _stem = Sayings.Stem(tree.Words[head].Lower);
        Head = Bits(head);
        IsModal = tree.Below(head, "aux").Any(aux => FunctionWords.Is("modal", tree.Words[aux].Lower));
        var deed = Deed.Of(tree, head);
        (Doer, Done) = (PartyOf(deed.Doers), PartyOf(deed.Done));
        var parties = deed.Doers.Concat(deed.Done).ToList();
        OfParties = [.. claim.Names.Where(name => !IsParty(name) && WordsOf(name).Any(word => parties.Exists(party => tree.IsUnder(word, party))))];
        Beside = [.. claim.Names.Where(name => !IsParty(name) && !OfParties.Contains(name))];
    }

    /// <summary>The claim's terms that say what is done.</summary>
    public ulong Head { get; }

    public Party Doer { get; }

    public Party Done { get; }

    /// <summary>Names that tell the parties apart: Velmora of "the central bank of Velmora".</summary>
    public IReadOnlyList<QuestionName> OfParties { get; }

    /// <summary>Names of where, against whom or in what it is done.</summary>
    public IReadOnlyList<QuestionName> Beside { get; }

    /// <summary>Whether it says what will, may or would be.</summary>
    public bool IsModal { get; }

    /// <returns>Null where the claim is not a plain English one, or its syntax does not show what it says.</returns>
    public static Proposition? Of(Claim claim, ClaimMatcher matcher)
    {
        if (claim.Question.Kind is not (QuestionKind.YesNo or QuestionKind.Other) || claim.IsNegated || claim.Wording is not null || Tongues.OfQuestion(claim.Question.Body) == Tongue.Other || claim.Terms.Count == 0)
        {
            return null;
        }

        var tree = QuestionSyntax.Read(claim.Question);
        var head = tree is null ? -1 : HeadOf(claim, matcher, tree);
        return head < 0 ? null : new Proposition(claim, matcher, tree!, head);
    }

    /// <summary>How a sentence tells what the claim says: the firmest of its places that do.</summary>
    /// <param name="instead">A word of the sentence that stands for the claim's head, such as its opposite; null for the head itself.</param>
    public Telling In(Statement statement, ClaimSentence sentence, TextSpan? instead = null) =>
        instead is null && (sentence.Own & Head) == 0 ? Telling.Not : Retellings(statement, sentence).Max(retelling => retelling.Firmest(instead));

    /// <summary>Whether a denial in a sentence is of something else: it is the claim's own verb, as in "rejected the plan", or stands in a part of its own after the main clause has told what the claim says, as in "sold it, saying that there was no other way".</summary>
    public bool IsApart(Statement statement, ClaimSentence sentence, TextSpan denial) =>
        Retellings(statement, sentence).Any(retelling => retelling.IsApart(denial));

    /// <summary>Whether wherever a sentence tells what is done, others are named as those who do it.</summary>
    public bool IsOfOthers(Statement statement, ClaimSentence sentence) => Retellings(statement, sentence).All(retelling => retelling.IsOfOthers);

    /// <summary>Whether a word is the claim's own, in whatever form, and no synonym of it.</summary>
    public bool IsOwnWord(Word word) => Sayings.Stem(word.Lower) == _stem;

    // "For France" and "against France" are no places.
    public bool IsPlace(QuestionName name)
    {
        var first = WordsOf(name).First();
        var preposition = Enumerable.Range(0, first).LastOrDefault(at => FunctionWords.Is("preposition", _tree.Words[at].Lower), -1);
        return preposition < 0 || FunctionWords.Is("where", _tree.Words[preposition].Lower);
    }

    private IEnumerable<Retelling> Retellings(Statement statement, ClaimSentence sentence)
    {
        if (_read.Source != statement.Source || _read.Span != statement.Span)
        {
            _read = (statement.Source, statement.Span, StatementSyntax.Read(statement));
        }

        return _read.Trees.Select(tree => new Retelling(this, _matcher, statement, sentence, tree));
    }

    // The first word from the top that says something of the names.
    private static int HeadOf(Claim claim, ClaimMatcher matcher, SyntaxTree tree)
    {
        Queue<int> next = new(tree.Below(SyntaxTree.Root));
        for (var steps = 0; next.Count > 0 && steps <= tree.Words.Count; steps++)
        {
            var word = next.Dequeue();
            if ((matcher.Match(claim.Question.Body, tree.Words[word].Span) & matcher.Predicate) != 0 && !tree.Words[word].IsMark)
            {
                return word;
            }

            // "Get hurt": what is done before whoever it is done to.
            foreach (var below in tree.Below(word).OrderBy(below => tree.Relations[below] is "nsubj" or "nsubj:pass" != tree.IsOfThere))
            {
                next.Enqueue(below);
            }
        }

        return -1;
    }

    private Party PartyOf(IReadOnlyList<int> words)
    {
        // "Open this year".
        if (words.Count == 0 || FunctionWords.Is("time", _tree.Words[words[0]].Lower))
        {
            return Party.None;
        }

        // "Kestrin's drinking water" is no town.
        if (_tree.Words[words[0]].IsPossessive)
        {
            var last = Enumerable.Range(words[0] + 1, _tree.Words.Count - words[0] - 1).TakeWhile(word => _tree.Relations[word] is not ("aux" or "aux:pass" or "cop")).LastOrDefault(words[0]);
            return last == words[0] ? Party.None : new Party(null, Bits(last));
        }

        // "An ammonia leak" is ammonia that leaks.
        return _claim.Names.FirstOrDefault(name => name.Span.Overlaps(_tree.Words[words[0]].Span)) is { } named ? new Party(named, Bits(words[0]))
            : new Party(null, _tree.Below(words[0], "compound").Aggregate(Bits(words[0]), (bits, below) => bits | Bits(below)));
    }

    private bool IsParty(QuestionName name) => name == Doer.Name || name == Done.Name;

    private IEnumerable<int> WordsOf(QuestionName name) => Enumerable.Range(0, _tree.Words.Count).Where(word => name.Span.Overlaps(_tree.Words[word].Span));

    private ulong Bits(int word) => _matcher.Match(_claim.Question.Body, _tree.Words[word].Span);
}
