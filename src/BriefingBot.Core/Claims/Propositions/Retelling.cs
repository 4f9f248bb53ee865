using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Where and how one clause structure of a sentence tells what a claim says.</summary>
/// <param name="tree">Of the sentence, or of what its speaker says in it.</param>
internal sealed class Retelling(Proposition proposition, ClaimMatcher matcher, Statement statement, ClaimSentence sentence, SyntaxTree tree)
{
    private const int LongestName = 6;

    private readonly string _text = statement.Source.Text;
    private readonly Parties _parties = new(matcher, statement, sentence, tree);

    /// <param name="instead">As <see cref="Proposition.In"/> takes it.</param>
    public Telling Firmest(TextSpan? instead)
    {
        if (!HasOtherNames())
        {
            return Telling.Not;
        }

        var told = Telling.Not;
        TellingReader? reader = null;
        for (var word = 0; word < tree.Words.Count; word++)
        {
            var isHead = instead is { } other ? other.Overlaps(tree.Words[word].Span) : IsHead(word);
            if (!isHead || !(IsOfThem(word) || IsInOrder(word)))
            {
                continue;
            }

            reader ??= new TellingReader(tree);
            var here = reader.At(word, proposition.IsModal);
            here = here == Telling.Plainly && !HasBeside(word) ? Telling.Possibly : here;
            told = here > told ? here : told;
        }

        return told;
    }

    /// <summary>As <see cref="Proposition.IsApart"/> has it.</summary>
    public bool IsApart(TextSpan denial) => Enumerable.Range(0, tree.Words.Count).Any(word => IsHead(word)
        && (denial.Overlaps(tree.Words[word].Span) ? denial.Length == tree.Words[word].Span.Length : tree.Heads[word] == SyntaxTree.Root && IsAfterComma(word, denial))
        && IsOfThem(word));

    /// <summary>As <see cref="Proposition.IsOfOthers"/> has it, of this clause structure; where it tells nothing of the kind, too.</summary>
    public bool IsOfOthers => proposition.Doer.Name is { } doer && Enumerable.Range(0, tree.Words.Count).Where(IsHead).All(word => IsOfAnother(word, doer));

    private bool IsOfAnother(int word, QuestionName doer)
    {
        var doers = Deed.Of(tree, word).Doers;
        var last = doers.Where(other => tree.Words[other].IsCapitalised && tree.Tags[other] is "NNP" or "NNPS").DefaultIfEmpty(tree.Words.Count).Max();
        // "Berg called for Dahl to go".
        return last < tree.Words.Count && !_parties.Name(doers, proposition.Doer) && !Enumerable.Range(last + 1, Math.Max(0, word - last - 1)).Any(at => (Bits(at) & matcher.Bits(doer)) != 0);
    }

    private bool IsAfterComma(int word, TextSpan denial) =>
        denial.Start > tree.Words[word].Span.End && tree.Words.Any(mark => mark.Lower == "," && mark.Span.Start >= tree.Words[word].Span.End && mark.Span.End <= denial.Start);

    // "There was a leak", where else but at what the article names.
    private ulong Known => tree.IsOfThere ? sentence.Topic | sentence.Around : sentence.Topic;

    private bool IsHead(int word) => (Bits(word) & proposition.Head) != 0;

    /// <summary>Whether the parties stand in the places of whoever does what a word tells, and whom it is done to.</summary>
    private bool IsOfThem(int word)
    {
        // "Death threats".
        if (tree.Relations[word] is "compound" or "amod" && tree.Heads[word] is var head and >= 0 && (Bits(head) & matcher.Predicate) == 0)
        {
            return false;
        }

        var (doer, done, deed) = (proposition.Doer, proposition.Done, Deed.Of(tree, word));
        if (deed.IsNoun)
        {
            return IsOfThem(word, deed);
        }

        // Whoever was killed died.
        var isTurned = doer.IsNone && deed.Done.Count == 0 && !proposition.IsOwnWord(tree.Words[word]);
        return (doer.IsNone || _parties.Name(deed.Doers, doer))
            && (done.IsNone || _parties.Name(isTurned ? deed.Doers : deed.Done, done) || (done.Name is null && !doer.IsNone && IsBelow(word, done)));
    }

    private bool IsOfThem(int noun, Deed deed)
    {
        var (doer, done) = (proposition.Doer, proposition.Done);
        if (deed is { Doers: [], Done: [], Owners: [] } && (tree.IsOfThere || tree.Below(noun).Any(below => FunctionWords.Is("definite", tree.Words[below].Lower))))
        {
            // "The visit", "there was a visit": whose was told before. With two names, who did it to whom would stay open.
            return (doer.Name is null || done.Name is null) && IsKnown(doer) && IsKnown(done) && !NamesOthers();
        }

        // Of one party alone, "the death of the king" and "the sale of the mill" tell as much as "the king's death".
        List<int> owned = [.. deed.Done, .. deed.Owners];
        return (doer.IsNone || _parties.Name(done.IsNone ? [.. deed.Doers, .. deed.Owners] : deed.Doers, doer))
            && (done.IsNone || _parties.Name(doer.IsNone ? [.. deed.Doers, .. owned] : owned, done)
                // "He made the first visit in years": to whom the article tells.
                || (!doer.IsNone && owned.Count == 0 && done.Name is not null && IsKnown(done) && !NamesOthers()));
    }

    // Of things, not always told apart from what else hangs on the verb: "lent the bank 400 million".
    private bool IsBelow(int word, Party thing) =>
        Enumerable.Range(word + 1, tree.Words.Count - word - 1).Any(below => (Bits(below) & thing.Bits) != 0 && tree.IsUnder(below, word));

    private bool IsKnown(Party party) => party.IsNone || IsWithin(party.Name is { } name ? matcher.Bits(name) : party.Bits, sentence.Own | sentence.Before | sentence.Topic);

    /// <summary>Whether the parties' names stand right where the claim's verb has them, whatever the syntax was read as: "Dahl beat Norvane", "Norvane was beaten by Dahl".</summary>
    private bool IsInOrder(int word)
    {
        var (doer, done) = (proposition.Doer, proposition.Done);
        var areNames = (doer.IsNone || doer.Name is not null) && (done.IsNone || done.Name is not null) && !(doer.IsNone && done.IsNone);
        if (!areNames || tree.Words[word].IsCapitalised || tree.Words[word].Lower.EndsWith("ing", StringComparison.Ordinal))
        {
            return false;
        }

        var (at, isPassive) = (word - 1, false);
        while (at >= 0 && (FunctionWords.IsAuxiliary(tree.Words[at].Lower) || tree.Tags[at] == "RB"))
        {
            isPassive |= FunctionWords.Is("be", tree.Words[at].Lower);
            at--;
        }

        var (before, after) = isPassive ? (done, doer) : (doer, done);
        if (before.Name is not { } first || at < 0 || !EndsWith(at, first))
        {
            return false;
        }

        var next = word + 1;
        if (isPassive && !after.IsNone)
        {
            next = next < tree.Words.Count && tree.Words[next].Lower == "by" ? next + 1 : tree.Words.Count;
        }

        return after.Name is not { } second || Enumerable.Range(next, Math.Max(0, Math.Min(LongestName, tree.Words.Count - next))).TakeWhile(i => !tree.Words[i].IsMark && tree.Tags[i] is not ("IN" or "TO"))
            .Any(i => EndsWith(i, second));
    }

    // The whole name up to a word, as some form of it has it.
    private bool EndsWith(int last, QuestionName name)
    {
        var start = last;
        while (start > 0 && tree.Words[start - 1].IsCapitalised)
        {
            start--;
        }

        if (!tree.Words[last].IsCapitalised || (Bits(last) & matcher.Bits(name)) == 0 || (last + 1 < tree.Words.Count && tree.Words[last + 1].IsCapitalised))
        {
            return false;
        }

        return IsWithin(matcher.Bits(name), matcher.Match(_text, tree.Words[start].Span.Union(tree.Words[last].Span)))
            && (start == last || last - start < name.Text.Split(' ').Length || SpeakerWords.Kind(tree.Words[last - 1].Lower) is SpeakerWord.Title or SpeakerWord.Person);
    }

    /// <summary>Whether the names that are no parties stand in the sentence too, or just before; those that tell the parties apart may stand farther off, where the sentence names nothing else.</summary>
    private bool HasOtherNames() =>
        proposition.Beside.All(name => IsNear(name)) && proposition.OfParties.All(name => IsNear(name) || (IsWithin(matcher.Bits(name), sentence.Own | sentence.Before | sentence.Around) && !NamesOthers()));

    private bool IsNear(QuestionName name) => matcher.Bits(name) is var bits && (IsWithin(bits, sentence.Own) || (IsWithin(bits, sentence.Own | sentence.Before | Known) && !NamesOthers()));

    /// <summary>Whether the names of where it is done hang on what is told, as in "died in London", or the story is about them and the sentence names nothing else.</summary>
    private bool HasBeside(int word)
    {
        // "Made a visit in May", and "leaked at the mill and burnt two".
        var isBelow = tree.Heads[word] >= 0 && (tree.Relations[word] == "conj" || (tree.Relations[word] is "obj" or "nsubj" or "nsubj:pass" && tree.Tags[word][0] == 'N'));
        var top = isBelow ? tree.Heads[word] : word;
        return proposition.Beside.All(name => matcher.Bits(name) is var bits
            && ((proposition.IsPlace(name) && IsWithin(bits, Known & ~sentence.Own) && !NamesOthers())
                || Enumerable.Range(0, tree.Words.Count).Any(at => (Bits(at) & bits) != 0 && IsInClause(at, top))));
    }

    // "He died, and the town mourns": what has a subject of its own is told of that.
    private bool IsInClause(int at, int top)
    {
        for (var steps = 0; at != top && steps < tree.Words.Count; at = tree.Heads[at], steps++)
        {
            if (at == SyntaxTree.Root || tree.Below(at, "nsubj").Any())
            {
                return false;
            }
        }

        return true;
    }

    // Whoever speaks is not spoken of.
    private bool NamesOthers() => Enumerable.Range(1, tree.Words.Count - 1).Any(i => tree.Tags[i] is "NNP" or "NNPS" && tree.Words[i].IsCapitalised && Bits(i) == 0
        && statement.Speaker?.Span.Overlaps(tree.Words[i].Span) != true && !FunctionWords.Is("time", tree.Words[i].Lower) && SpeakerWords.Kind(tree.Words[i].Lower) == SpeakerWord.Unknown);

    private static bool IsWithin(ulong bits, ulong all) => (bits & all) == bits;

    private ulong Bits(int word) => matcher.Match(_text, tree.Words[word].Span);
}
