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
        var letters = new LetterCount(Sample(text));
        return letters.East ?? (letters.IsCyrillic && letters.Slavic is { } slavic ? slavic : ByWords(text, FewestWords));
    }

    /// <summary>
    /// The language of a text of any length by its letters: of Cyrillic that does not tell by its words, Russian if those do
    /// not tell either; null where most letters are of another script.
    /// </summary>
    public static string? OfLetters(string text)
    {
        var letters = new LetterCount(Sample(text));
        return letters.East ?? (letters.IsCyrillic ? letters.Slavic ?? ByWords(text, fewest: 1) ?? "ru" : null);
    }

    private static ReadOnlySpan<char> Sample(string text) => text.AsSpan(0, Math.Min(text.Length, SampleInChars));

    private static string? ByWords(string text, int fewest)
    {
        Dictionary<string, int> votes = new(StringComparer.Ordinal);
        foreach (var word in Sample(text).ToString().ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', '"', '«', '»', '“', '”', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var language in LanguagesOfWord[word])
            {
                votes[language] = votes.GetValueOrDefault(language) + 1;
            }
        }

        var best = votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value >= fewest ? best.Key : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string file) =>
        WordList.Lines(file).Select(line => line.Split('\t')).Select(fields => KeyValuePair.Create(fields[0], fields[1]));
}
