using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Articles;

/// <summary>Reads days as Ukrainian, Russian and Korean write them out: 20 жовтня 2024 року, 2024년 10월 20일.</summary>
internal static partial class NamedDay
{
    private static readonly Dictionary<string, int> Months = WordList.Lines("Articles.Data.months.tsv")
        .SelectMany(line => line.Split('\t')[1].Split(' ').Select((name, i) => (name, number: i + 1)))
        .ToDictionary(month => month.name, month => month.number, StringComparer.OrdinalIgnoreCase);

    /// <summary>Year, month and day of the first one, not yet checked; null if there is none.</summary>
    public static (int Year, int Month, int Day)? Find(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u03FF'))
        {
            return null;
        }

        if (Korean().Match(text) is { Success: true } korean)
        {
            return (Number(korean.Groups[1]), Number(korean.Groups[2]), Number(korean.Groups[3]));
        }

        return Slavic().Match(text) is { Success: true } slavic && Months.TryGetValue(slavic.Groups[2].Value, out var month)
            ? (Number(slavic.Groups[3]), month, Number(slavic.Groups[1]))
            : null;
    }

    /// <summary>Whether a line holds such a day and nothing but an hour, the word for published, a place of nothing else.</summary>
    public static bool IsAlone(ReadOnlySpan<char> line) => line.ContainsAnyExceptInRange('\0', '\u03FF') && Alone().IsMatch(line);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d{4})\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일", RegexOptions.NonBacktracking)]
    private static partial Regex Korean();

    [GeneratedRegex(@"\b(\d{1,2})\s+([а-яіїєґ]{3,10})\s+(\d{4})\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Slavic();

    [GeneratedRegex(@"^\W*(?:(?:опубліковано|оновлено|опубликовано|обновлено|дата|입력|수정|등록|기사입력|최종수정):?\s*)?(?:\d{4}\s?년\s?\d{1,2}\s?월\s?\d{1,2}\s?일|\d{1,2}\s+[а-яіїєґ]{3,10}\s+\d{4}(?:\s+(?:года|року|г\.|р\.))?)[ ,|·–-]*(?:(?:오전|오후|о|в)?\s*\d{1,2}[:.]\d{2})?\s*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Alone();
}
