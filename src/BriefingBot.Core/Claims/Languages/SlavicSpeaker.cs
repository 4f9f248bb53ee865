namespace BriefingBot.Claims;

/// <summary>Finds the speaker beside a Ukrainian or Russian verb of saying.</summary>
internal sealed class SlavicSpeaker
{
    // "Представитель городской администрации Велграда Олег Дан", "министр по чрезвычайным ситуациям Олег Дан": words between a role and its name.
    private const int MostWordsFromRole = 5;

    private readonly Wording _wording;
    private readonly string _text;
    private readonly HashSet<string>? _names;

    /// <param name="text">An article, in which a capital at a sentence's start counts only if the word has one elsewhere; a question, in which it counts.</param>
    public SlavicSpeaker(Wording wording, string text, bool isQuestion = false)
    {
        _wording = wording;
        _text = text;
        _names = isQuestion ? null : [.. Words.Of(text, new(0, text.Length)).Where(word => word.IsCapitalised && !IsFirst(word)).Select(word => Sayings.Stem(word.Lower))];
    }

    /// <summary>The subject among the words before the verb, nearest the verb first; null if none stands there.</summary>
    /// <param name="words">Of the verb's clause, in order.</param>
    public SpeakerPhrase? Before(IReadOnlyList<Word> words, bool? isFeminine)
    {
        for (var last = words.Count - 1; last >= 0; last--)
        {
            if (!IsSpeaker(words[last]))
            {
                continue;
            }

            var first = RunStart(words, last);
            if (first > 0 && _wording.Is("prepositions", words[first - 1].Lower))
            {
                last = first;
                continue;
            }

            return Phrase(words, first, last, isFeminine);
        }

        // "Областная лаборатория сообщила": a noun nobody listed, with its adjective.
        return words.Count >= 2 && IsFirst(words[0]) && _names is not null && words[0].IsCapitalised && _wording.Is("adjectives", words[0].Lower)
            ? Phrase(words, 0, 1, isFeminine) with { Kind = SpeakerKind.Body } : null;
    }

    /// <summary>The subject among the words after the verb; a body after в or у speaks too: сообщили в полиции.</summary>
    public SpeakerPhrase? After(IReadOnlyList<Word> words, bool? isFeminine)
    {
        for (var first = 0; first < words.Count; first++)
        {
            if (words[first].IsMark)
            {
                return null;
            }

            var afterPreposition = first > 0 && _wording.Is("prepositions", words[first - 1].Lower);
            var speaksIn = afterPreposition && words[first - 1].Lower is "в" or "у" or "во" && (isFeminine is null || Is("bodies", words[first]));
            if (!IsSpeaker(words[first]) || (afterPreposition && !speaksIn))
            {
                continue;
            }

            var last = first;
            while (last + 1 < words.Count && GoesOn(words, first, last + 1))
            {
                last++;
            }

            while (last > first && !IsSpeaker(words[last]) && !Is("bodies", words[first]))
            {
                last--;
            }

            return Phrase(words, first, last, isFeminine);
        }

        return null;
    }

    /// <summary>The speaker that a phrase such as "по словам" leads in: all up to the next mark.</summary>
    public SpeakerPhrase? Led(IReadOnlyList<Word> words)
    {
        List<Word> led = [.. words.TakeWhile(word => !word.IsMark)];
        if (led.Count == 0)
        {
            return null;
        }

        var phrase = After(led, isFeminine: null) ?? Phrase(led, 0, led.Count - 1, isFeminine: null) with { Kind = SpeakerKind.Body };
        var whole = led[0].Span.Union(led[^1].Span);
        return phrase.Kind is SpeakerKind.Named or SpeakerKind.Pronoun ? phrase : phrase with { Span = whole, Name = whole };
    }

    private bool GoesOn(IReadOnlyList<Word> words, int first, int next)
    {
        var word = words[next];
        if (word.IsMark || next - first > MostWordsFromRole + 2 || _wording.IsSaying(word.Lower) || Is("that", word))
        {
            return false;
        }

        // Up to the name of a role; else as long as it is one noun phrase.
        var namesFollow = words.Skip(next + 1).Take(MostWordsFromRole).TakeWhile(later => !later.IsMark).Count(later => later.IsCapitalised) >= 2;
        if (Is("roles", words[first]) && !words[next - 1].IsCapitalised && namesFollow)
        {
            return true;
        }

        return !_wording.Is("prepositions", word.Lower)
            && (IsSpeaker(word) || Is("adjectives", word) || Is("bodies", words[next - 1]) || Is("roles", words[next - 1]) || words.Skip(next + 1).Take(2).Any(later => later.IsCapitalised));
    }

    private bool IsSpeaker(Word word) =>
        !word.IsMark && !_wording.Is("prepositions", word.Lower) && !Is("that", word)
        && (IsCommon(word) || (word.IsCapitalised && !_wording.IsSaying(word.Lower) && (!IsFirst(word) || (_names is null ? word.Lower.Length > 2 : _names.Contains(Sayings.Stem(word.Lower))))));

    private bool IsNameOrRole(Word word) => IsSpeaker(word) || (!_wording.Is("prepositions", word.Lower) && !Is("that", word) && _names?.Contains(Sayings.Stem(word.Lower)) != false);

    private int RunStart(IReadOnlyList<Word> words, int last)
    {
        var first = last;
        while (first > 0 && words[first].IsCapitalised && words[first - 1].IsCapitalised && AreJoined(words[first - 1], words[first]) && IsNameOrRole(words[first - 1]))
        {
            first--;
        }

        for (var at = first - 1; !Is("pronouns", words[last]) && at >= 0 && first - at <= MostWordsFromRole && (!words[at].IsMark || words[at].Lower == ".") && !_wording.IsSaying(words[at].Lower); at--)
        {
            if (IsCommon(words[at]) && !Is("pronouns", words[at]) && !(at > 0 && _wording.Is("prepositions", words[at - 1].Lower)))
            {
                first = at;
            }
        }

        while (first > 0 && Is("adjectives", words[first - 1]) && IsCommon(words[first]))
        {
            first--;
        }

        return first;
    }

    private SpeakerPhrase Phrase(IReadOnlyList<Word> words, int first, int last, bool? isFeminine)
    {
        var span = words[first].Span.Union(words[last].Span);
        span = span.End < _text.Length && _text[span.End] is '»' or '”' ? new(span.Start, span.End + 1) : span;
        var name = last;
        while (name > first && words[name].IsCapitalised && words[name - 1].IsCapitalised && AreJoined(words[name - 1], words[name]) && !IsCommon(words[name - 1]))
        {
            name--;
        }

        // "мэр Велграда Анна Корн": the place before a first and a last name is no part of them.
        name = last - name >= 2 && first < name ? last - 1 : name;
        var isBody = words.Skip(first).Take(2).Any(word => Is("bodies", word)) && !words.Skip(first).Take(last - first).Any(word => Is("roles", word));
        var isNamed = words[last].IsCapitalised && !IsCommon(words[last]) && !isBody;
        var kind = isNamed ? SpeakerKind.Named
            : Is("anonymous", words[first]) ? SpeakerKind.Anonymous
            : Is("pronouns", words[first]) ? SpeakerKind.Pronoun
            : isBody ? SpeakerKind.Body
            : Is("roles", words[first]) ? SpeakerKind.Role
            : SpeakerKind.Body;
        return new SpeakerPhrase(span, isNamed ? words[name].Span.Union(words[last].Span) : span, kind, isFeminine);
    }

    // «Азотмаш» Богдан Ярема are two names.
    private static bool AreJoined(Word left, Word right) => left.Span.End + 1 == right.Span.Start;

    private bool Is(string list, Word word) => _wording.Is(list, word.Lower);

    private bool IsCommon(Word word) => Is("roles", word) || Is("bodies", word) || Is("anonymous", word) || Is("pronouns", word);

    private bool IsFirst(Word word)
    {
        var at = word.Span.Start - 1;
        while (at >= 0 && (char.IsWhiteSpace(_text[at]) && _text[at] != '\n' || _text[at] is '«' or '“' or '„' or '"' or '—' or '–'))
        {
            at--;
        }

        return at < 0 || _text[at] is '.' or '!' or '?' or '…' or '\n' or ':';
    }
}
