namespace BriefingBot.Claims;

/// <summary>A verb of a sentence with the small words before it: "has not been lent".</summary>
/// <param name="First">The first of them.</param>
/// <param name="Verb">The verb itself.</param>
internal readonly record struct VerbGroup(int First, int Verb)
{
    private const int ReachOfObjectInWords = 2;

    /// <summary>Whether its subject has it done to them.</summary>
    public bool IsPassive { get; init; }

    /// <summary>Whether it is certainly done by its subject: "sent" of "soldiers sent to the front" is not.</summary>
    public bool IsFinite { get; init; }

    public bool IsInfinitive { get; init; }

    /// <summary>Whether it follows a preposition: "accused of copying".</summary>
    public bool IsGerund { get; init; }

    /// <summary>Reads a word as a verb.</summary>
    /// <returns>Null where it is none, or cannot be told.</returns>
    public static VerbGroup? At(IReadOnlyList<Word> words, int at)
    {
        var lower = words[at].Lower;
        if (words[at].IsMark || words[at].IsCapitalised || RoleWords.IsAuxiliary(lower) || !char.IsLetter(lower[0]))
        {
            return null;
        }

        var first = at;
        var (be, have, modal, to) = (false, false, false, false);
        while (first > 0 && (RoleWords.IsAdverb(words[first - 1].Lower) || RoleWords.IsAuxiliary(words[first - 1].Lower) || (!to && words[first - 1].Lower == "to")))
        {
            first--;
            be |= RoleWords.Is("be", words[first].Lower);
            have |= RoleWords.Is("have", words[first].Lower);
            modal |= RoleWords.Is("modal", words[first].Lower);
            to |= words[first].Lower == "to";
        }

        var isParticiple = RoleWords.IsParticiple(lower);
        var isIng = lower.EndsWith("ing", StringComparison.Ordinal);
        var group = new VerbGroup(first, at) { IsInfinitive = to };
        return be ? isIng ? group with { IsFinite = true } : isParticiple ? group with { IsPassive = true } : null
            : have ? isParticiple ? group with { IsFinite = true } : null
            : modal || to ? group with { IsFinite = modal }
            : Alone(words, group, isParticiple, isIng);
    }

    private static VerbGroup? Alone(IReadOnlyList<Word> words, VerbGroup group, bool isParticiple, bool isIng)
    {
        var lower = words[group.Verb].Lower;
        var before = group.First > 0 ? words[group.First - 1] : default;
        if (isIng)
        {
            return before.Lower is "of" or "for" or "from" ? group with { IsGerund = true } : null;
        }

        if (isParticiple)
        {
            return before.Lower is null || RoleWords.Is("definite", before.Lower) || RoleWords.Is("indefinite", before.Lower) || RoleWords.Is("preposition", before.Lower) || IsPossessive(before.Lower) ? null
                : AgentAfter(words, group.Verb) is not null && words[group.Verb + 1].Lower == "by" ? group with { IsPassive = true }
                : group with { IsFinite = HasObject(words, group.Verb) };
        }

        var isThird = lower.Length > 2 && lower[^1] == 's' && lower[^2] != 's';
        return isThird && before.Lower is not null && !before.IsMark && (before.IsCapitalised || RoleWords.Is("person", before.Lower) || RoleWords.Is("thing", before.Lower) || before.Lower is "who" or "which")
            ? group with { IsFinite = true } : null;
    }

    /// <summary>Whoever is named after "by", as a half-open range; null for "by 8 percent" and "by Friday".</summary>
    public static (int Start, int End)? AgentAfter(IReadOnlyList<Word> words, int verb)
    {
        for (var by = verb + 1; by + 1 < words.Count && !words[by].IsMark && !RoleWords.Is("stop", words[by].Lower); by++)
        {
            if (words[by].Lower != "by")
            {
                continue;
            }

            var end = by + 1;
            while (end < words.Count && !words[end].IsMark && !RoleWords.Is("stop", words[end].Lower) && !(end > by + 1 && (RoleWords.Is("preposition", words[end].Lower) || RoleWords.Is("link", words[end].Lower))))
            {
                end++;
            }

            return end > by + 1 && !IsMeasure(words, by + 1) ? (by + 1, end) : null;
        }

        return null;
    }

    // "By 8 percent", "by half", "by Friday", "by copying it".
    private static bool IsMeasure(IReadOnlyList<Word> words, int at) => RoleWords.Is("measure", words[at].Lower) || words[at].Lower.EndsWith("ing", StringComparison.Ordinal)
        || (words[at].IsCapitalised && SpeakerWords.Kind(words[at].Lower) == SpeakerWord.Place)
        || (Numerals.ValueOf(words[at].Lower) is not null && at + 1 < words.Count && (RoleWords.Is("measure", words[at + 1].Lower) || words[at + 1].IsMark || SpeakerWords.Kind(words[at + 1].Lower) == SpeakerWord.Place));

    private static bool HasObject(IReadOnlyList<Word> words, int verb)
    {
        for (var i = verb + 1; i < words.Count && i <= verb + ReachOfObjectInWords && !words[i].IsMark && !RoleWords.Is("preposition", words[i].Lower) && !RoleWords.Is("stop", words[i].Lower); i++)
        {
            if (words[i].IsCapitalised || RoleWords.Is("definite", words[i].Lower) || RoleWords.Is("indefinite", words[i].Lower) || words[i].Lower is "him" or "them" or "it" or "her" || Numerals.ValueOf(words[i].Lower) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPossessive(string lower) => lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("’s", StringComparison.Ordinal);
}
