using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>Whether the words that name a party in a sentence name the party of a claim.</summary>
/// <param name="tree">The sentence's.</param>
internal sealed class Parties(ClaimMatcher matcher, Statement statement, ClaimSentence sentence, SyntaxTree tree)
{
    private const int LeastSharedLetters = 4;

    private readonly string _text = statement.Source.Text;

    /// <summary>Whether one of the words names the party.</summary>
    public bool Name(IEnumerable<int> words, Party party) => words.Any(word => party.Name is { } name ? IsNamed(word, name) : IsThing(word, party.Bits));

    private bool IsThing(int word, ulong bits) =>
        (Bits(word) & bits) != 0
        || tree.Below(word).Any(below => tree.Relations[below] is "compound" or "flat" or "nmod:poss" or "amod" && (Bits(below) & bits) != 0)
        || (tree.Relations[word] != "nmod:poss" && tree.Below(word, "nmod").Any(below => (Bits(below) & bits) != 0))
        || (FunctionWords.Is("pronoun", tree.Words[word].Lower) && ((sentence.Before | sentence.Own) & bits) != 0)
        || (FunctionWords.Is("speaker", tree.Words[word].Lower) && statement.Speaker is not null && ((sentence.Before | sentence.Own | sentence.Around) & bits) != 0);

    private bool IsNamed(int word, QuestionName name)
    {
        var lower = tree.Words[word].Lower;
        return Holds(word, name)
            || (FunctionWords.Is("arm", lower) && tree.Below(word).Any(below => tree.Relations[below] is "compound" or "amod" or "nmod:poss" or "nmod" && (Holds(below, name) || IsKin(tree.Words[below], name))))
            || (FunctionWords.Is("pronoun", lower) && IsMeant(word, name))
            || (FunctionWords.Is("speaker", lower) && statement.Speaker is { } speaker && IsSpeaker(FunctionWords.Is("speakers", lower), speaker, name))
            || (IsDescription(word) && (IsMeant(word, name) || IsSpeakersOwn(word, name)));
    }

    // "The company has closed its store, Brackwater said."
    private bool IsSpeakersOwn(int word, QuestionName name) => statement.Speaker is { } speaker && speaker.Span.Start > tree.Words[word].Span.End
        && SpeakerWords.Kind(tree.Words[word].Lower) == SpeakerWord.Organisation && (!speaker.Name.Contains(' ', StringComparison.Ordinal) || SpeakerWords.Kind(speaker.Name.Split(' ')[^1].ToLowerInvariant()) == SpeakerWord.Organisation) && IsSame(speaker, name) && !Enumerable.Range(0, word).Any(i => tree.Tags[i] is "NNP" or "NNPS");

    // "I" is the speaker, "we" whomever he speaks for too.
    private bool IsSpeaker(bool isMany, Speaker speaker, QuestionName name) =>
        IsSame(speaker, name) || ((isMany || IsOffice(name)) && SpeakerMatch.Is(statement.Source, speaker, name)) || (isMany && IsOfBody(speaker, name));

    private static bool IsOffice(QuestionName name) => SpeakerWords.Kind(name.Text.Split(' ')[^1].ToLowerInvariant()) is SpeakerWord.Title or SpeakerWord.Person;

    private static bool IsSame(Speaker speaker, QuestionName name) => SpeakerName.TermsOf(speaker.Name) is var own && name.Forms.Any(form => form.Terms.Count > 0 && form.Terms.All(own.Contains));

    // "We", says the chief executive of the bank; or of the company, where one is spoken of.
    private bool IsOfBody(Speaker speaker, QuestionName name) =>
        Words.Of(_text, speaker.Span) is var words && (matcher.Match(_text, speaker.Span) & matcher.Bits(name)) == matcher.Bits(name)
            || (words.Exists(word => !word.IsCapitalised && SpeakerWords.Kind(word.IsPossessive ? word.Lower[..^2] : word.Lower) == SpeakerWord.Organisation) && (matcher.Bits(name) & sentence.Before) == matcher.Bits(name));

    /// <summary>Whether a word, with the rest of the name that hangs on it, is a form of a name.</summary>
    private bool Holds(int word, QuestionName name)
    {
        var core = Core(word);
        var terms = core.SelectMany(TermsOf).ToHashSet(StringComparer.Ordinal);
        // A name comes last: "Tesla chief Elon Musk" is no Tesla.
        var last = core.FindLast(part => tree.Words[part].IsCapitalised) is > 0 and var named ? named : word;
        // But "Tidewater Bank" is Tidewater.
        last = last > 0 && core.Contains(last - 1) && tree.Words[last - 1].IsCapitalised && SpeakerWords.Kind(tree.Words[last].Lower) == SpeakerWord.Organisation && !name.Text.Contains(tree.Words[last].Lower, StringComparison.OrdinalIgnoreCase) ? last - 1 : last;
        var carried = TermsOf(last).Concat(last >= word ? [] : TermsOf(word)).ToHashSet(StringComparer.Ordinal);
        if (name.Text.Contains(" of ", StringComparison.Ordinal) && IsOfPlace(word, terms, name))
        {
            return true;
        }

        return name.Forms.Any(form => form.Terms.Count > 0 && !ClaimMatcher.IsAnyBody(name, form) && form.Terms.All(terms.Contains) && carried.Contains(form.Terms[^1]) && !IsNamesake(last, name, form));
    }

    // "The Guild of Orrin", and "the guild" where Orrin is spoken of.
    private bool IsOfPlace(int word, HashSet<string> core, QuestionName name)
    {
        List<Token> before = [];
        TermAnalyzer.Analyze(name.Text, new TextSpan(0, name.Text.IndexOf(" of ", StringComparison.Ordinal)), before);
        return before.Count > 0 && before.TrueForAll(token => core.Contains(token.Term))
            && (matcher.Bits(name) & (sentence.Own | sentence.Before | sentence.Around)) == matcher.Bits(name)
            && !tree.Below(word, "nmod").Any(below => tree.Words[below].IsCapitalised && !TermsOf(below).Exists(term => name.Forms.Any(form => form.Terms.Contains(term))));
    }

    // "Bankman-Fried's" has two.
    private List<string> TermsOf(int word)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(_text, tree.Words[word].Span, tokens);
        return tokens.ConvertAll(token => token.Term);
    }

    // "Ron Johnson" is not Boris Johnson.
    private bool IsNamesake(int word, QuestionName name, NameForm form)
    {
        if (form.Terms.Count > 1 || !name.Text.Contains(' ', StringComparison.Ordinal) || word == 0)
        {
            return false;
        }

        var before = tree.Words[word - 1];
        return before.IsCapitalised && !before.IsMark && word > 1 && SpeakerWords.Kind(before.Lower) is SpeakerWord.Unknown or SpeakerWord.Man or SpeakerWord.Woman
            && !name.Text.Contains(before.Lower, StringComparison.OrdinalIgnoreCase) && tree.Tags[word - 1] is "NNP" or "NNPS" && !before.IsPossessive;
    }

    /// <summary>The words around one that make up its name and title with it, in order.</summary>
    private List<int> Core(int word)
    {
        var (start, end) = (word, word + 1);
        while (start > 0 && IsOfName(start - 1, word))
        {
            start--;
        }

        while (end < tree.Words.Count && IsOfName(end, word))
        {
            end++;
        }

        return [.. Enumerable.Range(start, end - start)];
    }

    private bool IsOfName(int part, int word) => tree.IsUnder(part, word) && !tree.Words[part].IsMark
        && tree.Relations[part] is "flat" or "compound" or "amod" or "nmod" or "appos" or "nummod" && !tree.Below(part, "case").Any();

    // "Sundrian troops" are Sundria's.
    private static bool IsKin(Word word, QuestionName name) =>
        word.IsCapitalised && name.Text.Length >= LeastSharedLetters && word.Lower.AsSpan().StartsWith(name.Text.AsSpan(0, Math.Max(LeastSharedLetters, name.Text.Length - 2)), StringComparison.OrdinalIgnoreCase);

    // "The company", but not "the Brask company".
    private bool IsDescription(int word) => !tree.Words[word].IsCapitalised && tree.Below(word).Any(below => FunctionWords.Is("definite", tree.Words[below].Lower))
        && !tree.Below(word).Any(below => tree.Words[below].IsCapitalised && tree.Relations[below] != "det") && tree.Tags[word] == "NN"
        && SpeakerWords.Kind(tree.Words[word].Lower) is SpeakerWord.Person or SpeakerWord.Title or SpeakerWord.Organisation;

    /// <summary>Whether what points back points at the name: of all names that stand before it in the sentence, the only one or the subject; where there is none, the subject of the sentence before.</summary>
    private bool IsMeant(int word, QuestionName name)
    {
        var lower = tree.Words[word].Lower;
        if (IsOfOtherSex(lower, name))
        {
            return false;
        }

        var names = Enumerable.Range(0, word).Where(i => tree.Tags[i] is "NNP" or "NNPS" && tree.Relations[i] is not ("flat" or "compound")).ToList();
        if (names.Count > 0)
        {
            return names.Count == 1 ? Holds(names[0], name)
                : tree.Relations[word] is "nsubj" or "nsubj:pass" && names.FindLast(i => tree.Relations[i] is "nsubj" or "nsubj:pass") is > 0 and var subject && Holds(subject, name);
        }

        if (sentence.Index == 0 || (matcher.Bits(name) & sentence.Before) == 0 || tree.Relations[word] == "nmod:poss")
        {
            return false;
        }

        var before = SyntaxReader.Shipped.Read(Words.Of(_text, sentence.Reader.Sentences[sentence.Index - 1].Span));
        var first = Enumerable.Range(0, before.Words.Count).Where(i => before.Tags[i] is "NNP" or "NNPS" && before.Relations[i] is "nsubj" or "nsubj:pass").ToList();
        return first.Count > 0 && new Parties(matcher, statement, sentence, before).Holds(first[0], name);
    }

    private static bool IsOfOtherSex(string pronoun, QuestionName name)
    {
        var kinds = name.Text.Split(' ').Select(SpeakerWords.Kind).ToList();
        return FunctionWords.Is("woman", pronoun) ? kinds.Contains(SpeakerWord.Man) : FunctionWords.Is("man", pronoun) && kinds.Contains(SpeakerWord.Woman);
    }

    private ulong Bits(int word) => matcher.Match(_text, tree.Words[word].Span);
}
