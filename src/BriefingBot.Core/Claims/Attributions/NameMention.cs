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
    public bool IsOrganisation => Words.Any(IsBody) || (Words.Count == 1 && IsAcronym(Words[0]));

    /// <summary>A first and a last name, or a title and a name. A lone word may be a place.</summary>
    public bool IsPerson => !IsOrganisation && Words[0] != "The" && !Words.Any(IsOfNoPerson) && !NameWords.Is("party", LastWord) && (HasTitle || (Words.Count is 2 or 3 && Words.All(word => char.IsUpper(word[0]))));

    public bool HasTitle => Words.SkipLast(1).Any(IsTitle);

    public string LastWord => Words[^1];

    /// <summary>Whether all words of the other stand in this one too.</summary>
    public bool Includes(NameMention other) => other.Words.All(Has);

    public bool Has(string word) => Words.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool IsOfNoPerson(string word) =>
        SpeakerWords.Kind(word) == SpeakerWord.Place || NameWords.Is("thing", word) || Numerals.ValueOf(word.ToLowerInvariant()) is not null;

    /// <summary>Whether it stands before a person's name: Mr, President, President-elect.</summary>
    public static bool IsTitle(string word) =>
        SpeakerWords.Kind(word.Split('-')[0]) is SpeakerWord.Man or SpeakerWord.Woman or SpeakerWord.Title or SpeakerWord.Person || NameWords.Is("role", word);

    /// <summary>Centers are a body as a center is.</summary>
    public static bool IsBody(string word) => SpeakerWords.Kind(word) == SpeakerWord.Organisation || SpeakerWords.Kind(word.TrimEnd('s')) == SpeakerWord.Organisation;

    private static bool IsAcronym(string word) => word.Length > 1 && word.All(char.IsUpper);
}
