using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>How a stretch of words names somebody.</summary>
internal enum Naming
{
    /// <summary>Not to be told.</summary>
    Unknown,

    /// <summary>He, she, I, it.</summary>
    Pronoun,

    /// <summary>"The company": whoever was spoken of.</summary>
    Description,

    /// <summary>By a name, or as somebody not spoken of before: "a court", "customers".</summary>
    Own,
}

/// <summary>Whoever does a verb of a sentence, or has it done to them.</summary>
/// <param name="Start">The first word.</param>
/// <param name="End">After the last.</param>
internal readonly record struct Subject(int Start, int End)
{
    // "He said and went and saw".
    private const int MostVerbsBack = 3;
    private const int ReachOfChargeInWords = 8;

    public static readonly Subject None = new(0, 0);

    public bool IsNone => End <= Start;

    public TextSpan SpanIn(IReadOnlyList<Word> words) => words[Start].Span.Union(words[End - 1].Span);

    /// <summary>The stretch before a verb that is its subject; none where that cannot be told.</summary>
    public static Subject Of(IReadOnlyList<Word> words, VerbGroup verb, int back = 0)
    {
        var at = verb.First - 1;
        if (at < 0 || back > MostVerbsBack)
        {
            return None;
        }

        if (verb.IsGerund)
        {
            return OfCharge(words, at, back);
        }

        if (verb.IsInfinitive)
        {
            return VerbGroup.At(words, at) is { } governor ? Of(words, governor, back + 1)
                : words[at].IsCapitalised || IsPronoun(words[at].Lower) ? Stretch(words, at) : None;
        }

        if (RoleWords.Is("link", words[at].Lower))
        {
            return Before(words, at) is { } earlier ? Of(words, earlier, back + 1) : None;
        }

        at -= RoleWords.Is("relative", words[at].Lower) ? 1 : 0;
        at = at > 0 && words[at].Lower == "," && words[at + 1].Lower is "who" or "which" ? at - 1 : at;
        if (at > 0 && words[at].Lower == ",")
        {
            var open = at - 1;
            while (open > 0 && words[open].Lower != ",")
            {
                open--;
            }

            // "According to the agency, soldiers are there, sent to help": no apposition.
            at = words[open + 1].Lower is "who" or "which" || !Enumerable.Range(open + 1, at - open - 1).Any(i => RoleWords.IsAuxiliary(words[i].Lower) || VerbGroup.At(words, i) is not null) ? open - 1 : -1;
        }

        return at < 0 || words[at].IsMark ? None : Stretch(words, at);
    }

    // "Accused Norvane of copying", "Norvane is accused of copying".
    private static Subject OfCharge(IReadOnlyList<Word> words, int preposition, int back)
    {
        for (var i = preposition - 1; i >= 0 && i >= preposition - ReachOfChargeInWords; i--)
        {
            if (RoleWords.Is("charge", Sayings.Stem(words[i].Lower)))
            {
                return i < preposition - 1 ? Stretch(words, preposition - 1)
                    : VerbGroup.At(words, i) is { IsPassive: true } charged ? Of(words, charged, back + 1) : None;
            }
        }

        return None;
    }

    // The last verb before a place that is certainly done by its subject.
    private static VerbGroup? Before(IReadOnlyList<Word> words, int at)
    {
        for (var i = at - 1; i > 0 && words[i].Lower is not (";" or ":" or "“" or "\"" or "”"); i--)
        {
            if (VerbGroup.At(words, i) is { IsInfinitive: false, IsGerund: false } verb)
            {
                return verb;
            }
        }

        return null;
    }

    /// <summary>The words back from one that name the same as it.</summary>
    private static Subject Stretch(IReadOnlyList<Word> words, int last)
    {
        if (IsPronoun(words[last].Lower))
        {
            return new Subject(last, last + 1);
        }

        var start = last;
        while (start > 0 && !RoleWords.Is("relative", words[start - 1].Lower) && !words[start - 1].IsMark && !RoleWords.Is("stop", words[start - 1].Lower) && !IsPronoun(words[start - 1].Lower)
            && !(IsDeterminer(words[start].Lower) && words[start - 1].Lower != "of")
            && !(RoleWords.Is("link", words[start - 1].Lower) && !words[start].IsCapitalised)
            && !RoleWords.IsAuxiliary(words[start - 1].Lower) && VerbGroup.At(words, start - 1) is null)
        {
            start--;
        }

        return RoleWords.Is("preposition", words[start].Lower) ? None : new Subject(start, last + 1);
    }

    /// <param name="isName">Whether a word at the start of a sentence is a name.</param>
    public Naming NamingIn(IReadOnlyList<Word> words, Predicate<Word> isName)
    {
        if (IsNone)
        {
            return Naming.Unknown;
        }

        if (IsPronoun(words[Start].Lower))
        {
            return Naming.Pronoun;
        }

        if (!RoleWords.Is("definite", words[Start].Lower))
        {
            return Naming.Own;
        }

        // "The company", but "the Brask court".
        for (var i = Start + 1; i < End; i++)
        {
            if (words[i].IsCapitalised || isName(words[i]))
            {
                return Naming.Own;
            }
        }

        return Naming.Description;
    }

    private static bool IsDeterminer(string lower) => RoleWords.Is("definite", lower) || RoleWords.Is("indefinite", lower);

    private static bool IsPronoun(string lower) => RoleWords.Is("person", lower) || RoleWords.Is("thing", lower) || RoleWords.Is("self", lower) || RoleWords.Is("selves", lower);
}
