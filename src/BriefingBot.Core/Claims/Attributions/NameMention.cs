using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>A name where it stands in an article, with the title before it.</summary>
/// <param name="Span">Into the article's text.</param>
/// <param name="Words">As written.</param>
/// <param name="IsQuoted">Whether it stands in someone's quoted words.</param>
/// <param name="Sentence">Counted over the article.</param>
/// <param name="Paragraph">Counted over the article.</param>
internal sealed record NameMention(TextSpan Span, IReadOnlyList<string> Words, bool IsQuoted, int Sentence, int Paragraph)
{
    /// <summary>A body's word with no title and name behind it: not "House Speaker Jan Pell".</summary>
    public bool IsOrganisation => (LastIndex(IsBody) is >= 0 and var body && LastIndex(IsTitle) is var title && (title < body || title == Words.Count - 1)) || (Words.Count == 1 && IsAcronym(Words[0]));

    /// <summary>A first and a last name, or a title and a name. A lone word may be a place.</summary>
    public bool IsPerson => !IsOrganisation && Words[0] != "The" && !Words.Any(IsOfNoPerson) && !NameWords.Is("party", LastWord) && (HasTitle || (Words.Count(word => !IsInitialOrSuffix(word)) is 2 or 3 && Words.All(word => char.IsUpper(word[0]))));

    public bool HasTitle => Words.SkipLast(1).Any(IsTitle);

    /// <summary>Without initials, Jr and III.</summary>
    public string LastWord => Words.LastOrDefault(word => !IsInitialOrSuffix(word)) ?? Words[^1];

    /// <summary>The word before the last one, unless it is a title: "President Biden" has none.</summary>
    public string? GivenName => Words.Where(word => !IsInitialOrSuffix(word)).SkipLast(1).LastOrDefault() is { Length: > 1 } word && !IsTitle(word) ? word : null;

    /// <summary>Whether all words of the other stand in this one too.</summary>
    public bool Includes(NameMention other) => other.Words.All(Has);

    public bool Has(string word) => Words.Contains(word, StringComparer.OrdinalIgnoreCase);

    private int LastIndex(Predicate<string> isMeant)
    {
        var last = Words.Count - 1;
        while (last >= 0 && !isMeant(Words[last]))
        {
            last--;
        }

        return last;
    }

    private static bool IsInitialOrSuffix(string word) => word is "Jr" or "Jr." or "Sr" or "Sr." or "II" or "III" or "IV" || (word.Length == 2 && word[1] == '.');

    private static bool IsOfNoPerson(string word) =>
        SpeakerWords.Kind(word) == SpeakerWord.Place || NameWords.Is("thing", word) || Numerals.ValueOf(word.ToLowerInvariant()) is not null;

    /// <summary>Whether it stands before a person's name: Mr, President, President-elect.</summary>
    public static bool IsTitle(string word) =>
        SpeakerWords.Kind(word.Split('-')[0]) is SpeakerWord.Man or SpeakerWord.Woman or SpeakerWord.Title or SpeakerWord.Person || NameWords.Is("role", word);

    /// <summary>Centers are a body as a center is.</summary>
    public static bool IsBody(string word) => SpeakerWords.Kind(word) == SpeakerWord.Organisation || SpeakerWords.Kind(word.TrimEnd('s')) == SpeakerWord.Organisation;

    private static bool IsAcronym(string word) => word.Length > 1 && word.All(char.IsUpper);
}
