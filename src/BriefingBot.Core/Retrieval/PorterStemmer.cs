namespace BriefingBot.Retrieval;

/// <summary>Strips English suffixes: M. F. Porter, An algorithm for suffix stripping, Program 14(3), 1980.</summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[] SecondStep =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Replacement)[] ThirdStep =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] FourthStep =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    /// <summary>Stems the lower-case ASCII word in place.</summary>
    /// <param name="word">Has room for one letter more than the word.</param>
    /// <param name="length">Of the word.</param>
    /// <returns>The length of the stem, from 1.</returns>
    public static int Stem(Span<char> word, int length)
    {
        if (length < 3)
            return length;

        length = DropPlural(word, length);
        length = DropPastAndGerund(word, length);
        // As in Porter 2: after a vowel y stays, so that "deploy" is in "deployment".
        if (length > 2 && word[length - 1] == 'y' && IsConsonant(word, length - 2))
            word[length - 1] = 'i';

        length = ReplaceFirst(word, length, SecondStep);
        length = ReplaceFirst(word, length, ThirdStep);
        length = DropSuffix(word, length);
        return DropFinalE(word, length);
    }

    private static int DropPlural(Span<char> word, int length)
    {
        var text = word[..length];
        if (text[^1] != 's' || text.EndsWith("ss", StringComparison.Ordinal))
            return length;

        return text.EndsWith("sses", StringComparison.Ordinal) || text.EndsWith("ies", StringComparison.Ordinal) ? length - 2 : length - 1;
    }

    private static int DropPastAndGerund(Span<char> word, int length)
    {
        var text = word[..length];
        if (text.EndsWith("eed", StringComparison.Ordinal))
            return Measure(text[..^3]) > 0 ? length - 1 : length;

        var suffix = text.EndsWith("ed", StringComparison.Ordinal) ? 2 : text.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (suffix == 0 || !HasVowel(text[..^suffix]))
            return length;

        return RestoreEnding(word, length - suffix);
    }

    private static int RestoreEnding(Span<char> word, int length)
    {
        var text = word[..length];
        if (text.EndsWith("at", StringComparison.Ordinal) || text.EndsWith("bl", StringComparison.Ordinal) || text.EndsWith("iz", StringComparison.Ordinal))
        {
            word[length] = 'e';
            return length + 1;
        }

        if (EndsInDoubleConsonant(text))
            return text[^1] is 'l' or 's' or 'z' ? length : length - 1;

        if (Measure(text) == 1 && EndsShort(text))
        {
            word[length] = 'e';
            return length + 1;
        }

        return length;
    }

    private static int ReplaceFirst(Span<char> word, int length, (string Suffix, string Replacement)[] rules)
    {
        var text = word[..length];
        foreach (var (suffix, replacement) in rules)
        {
            if (!text.EndsWith(suffix, StringComparison.Ordinal))
                continue;

            var stem = length - suffix.Length;
            if (Measure(text[..stem]) == 0)
                return length;

            replacement.CopyTo(word[stem..]);
            return stem + replacement.Length;
        }

        return length;
    }

    private static int DropSuffix(Span<char> word, int length)
    {
        var text = word[..length];
        var longest = 0;
        foreach (var suffix in FourthStep)
        {
            if (suffix.Length > longest && text.EndsWith(suffix, StringComparison.Ordinal))
                longest = suffix.Length;
        }

        var stem = text[..^longest];
        if (longest == 0 || Measure(stem) < 2)
            return length;

        var isIon = text.EndsWith("ion", StringComparison.Ordinal);
        return isIon && stem[^1] is not ('s' or 't') ? length : stem.Length;
    }

    private static int DropFinalE(Span<char> word, int length)
    {
        if (word[length - 1] == 'e')
        {
            var stem = word[..(length - 1)];
            var measure = Measure(stem);
            if (measure > 1 || (measure == 1 && !EndsShort(stem)))
                length--;
        }

        return length > 1 && word[length - 1] == 'l' && word[length - 2] == 'l' && Measure(word[..(length - 1)]) > 1 ? length - 1 : length;
    }

    private static bool IsConsonant(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => at == 0 || !IsConsonant(text, at - 1),
        _ => true,
    };

    /// <summary>How many times a vowel is followed by a consonant.</summary>
    private static int Measure(ReadOnlySpan<char> text)
    {
        var count = 0;
        var afterVowel = false;
        for (var i = 0; i < text.Length; i++)
        {
            var consonant = IsConsonant(text, i);
            count += consonant && afterVowel ? 1 : 0;
            afterVowel = !consonant;
        }

        return count;
    }

    private static bool HasVowel(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsConsonant(text, i))
                return true;
        }

        return false;
    }

    private static bool EndsInDoubleConsonant(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[^1] == text[^2] && IsConsonant(text, text.Length - 1);

    /// <summary>Consonant, vowel, consonant, the last not w, x or y.</summary>
    private static bool EndsShort(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[^1] is not ('w' or 'x' or 'y')
        && IsConsonant(text, text.Length - 1) && !IsConsonant(text, text.Length - 2) && IsConsonant(text, text.Length - 3);
}
