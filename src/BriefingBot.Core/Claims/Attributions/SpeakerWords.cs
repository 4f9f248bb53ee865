using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>What a word says about a speaker.</summary>
internal enum SpeakerWord
{
    Unknown,
    Man,
    Woman,
    Title,
    Person,
    Organisation,
    Place,
    Joint,
    Indefinite,
}

/// <summary>The list of such words.</summary>
internal static class SpeakerWords
{
    private static readonly Dictionary<string, SpeakerWord> Words = WordList.Lines("Claims.Data.speaker-words.tsv")
        .Select(line => line.Split('\t'))
        .ToDictionary(columns => columns[0], columns => Enum.Parse<SpeakerWord>(columns[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    /// <summary>In any case.</summary>
    public static SpeakerWord Kind(string word) => Words.GetValueOrDefault(word);
}
