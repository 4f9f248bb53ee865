namespace BriefingBot.Articles;

/// <summary>Tells a text's language by its script and its most common words.</summary>
internal static class Language
{
    private const int SampleInChars = 4000;
    private const int FewestWords = 3;

    private static readonly Dictionary<string, string> Codes = Pairs("Articles.Data.languages.tsv")
        .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    private static readonly ILookup<string, string> LanguagesOfWord = Pairs("Articles.Data.language-words.tsv")
        .SelectMany(pair => pair.Value.Split(' ').Select(word => (word, pair.Key)))
        .ToLookup(entry => entry.word, entry => entry.Key, StringComparer.Ordinal);

    /// <summary>ISO 639-1 for what a header says ("Eng", "en-GB"); null if it names no known language.</summary>
    public static string? FromCode(string code)
    {
        var primary = code.Trim().Split('-', '_')[0];
        return Codes.TryGetValue(primary, out var known) ? known
            : primary.Length == 2 && primary.All(char.IsAsciiLetter) ? primary.ToLowerInvariant()
            : null;
    }

    /// <summary>ISO 639-1 of the text's own words; null if they do not tell.</summary>
    public static string? Of(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleInChars));
        if (Script(sample) is { } script)
        {
            return script;
        }

        Dictionary<string, int> votes = new(StringComparer.Ordinal);
        foreach (var word in sample.ToString().ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', '"', '«', '»', '“', '”'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var language in LanguagesOfWord[word])
            {
                votes[language] = votes.GetValueOrDefault(language) + 1;
            }
        }

        var best = votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value >= FewestWords ? best.Key : null;
    }

    private static string? Script(ReadOnlySpan<char> sample)
    {
        var letters = 0;
        var (hangul, kana, han) = (0, 0, 0);
        foreach (var c in sample)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            hangul += c is >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
            kana += c is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        }

        return letters == 0 ? null
            : 3 * hangul > letters ? "ko"
            : 10 * kana > letters ? "ja"
            : 3 * han > letters ? "zh"
            : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string file) =>
        WordList.Lines(file).Select(line => line.Split('\t')).Select(fields => KeyValuePair.Create(fields[0], fields[1]));
}
