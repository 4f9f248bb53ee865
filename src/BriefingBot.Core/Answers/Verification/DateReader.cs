using System.Globalization;
using BriefingBot.Claims;

namespace BriefingBot.Answers.Verification;

/// <summary>A day as a text writes it.</summary>
/// <param name="Day">Null for a month.</param>
/// <param name="Year">Null where it is left out.</param>
internal readonly record struct DateMention(int? Day, int Month, int? Year)
{
    /// <summary>Whether a source that says the other, published in the year given, says this.</summary>
    public bool IsIn(DateMention other, int? published) =>
        Month == other.Month && (Day is null || Day == other.Day) && (Year is null || Year == (other.Year ?? published));
}

/// <summary>Reads dates with a month's name: 29 January, July 2nd, 2024, September 2024; and 2024-07-02.</summary>
internal static class DateReader
{
    private const int FirstYear = 1000;
    private const int LastYear = 2999;

    public static List<DateMention> Read(IReadOnlyList<Word> words)
    {
        List<DateMention> dates = [];
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsCapitalised && DraftWords.Month(words[i].Lower) is var month and > 0)
            {
                var before = i > 0 ? Day(words[i - 1].Lower) : null;
                var after = before is null && i + 1 < words.Count ? Day(words[i + 1].Lower) : null;
                var year = Year(words, i + (after is null ? 1 : 2));
                if (before is not null || after is not null || year is not null)
                {
                    dates.Add(new DateMention(before ?? after, month, year));
                }
            }
            else if (DateOnly.TryParseExact(words[i].Lower, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                dates.Add(new DateMention(day.Day, day.Month, day.Year));
            }
        }

        return dates;
    }

    private static int? Day(string lower)
    {
        var digits = lower.TrimEnd('s', 't', 'n', 'd', 'r', 'h', '.');
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static int? Year(IReadOnlyList<Word> words, int at)
    {
        at += at < words.Count && words[at].Lower == "," ? 1 : 0;
        return at < words.Count && words[at].Lower.Length == 4 && int.TryParse(words[at].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year : null;
    }
}
