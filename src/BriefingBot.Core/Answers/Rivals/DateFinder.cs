using System.Globalization;
using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>Finds the years and days that are written in a sentence.</summary>
internal static class DateFinder
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 2100;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] FullMonths = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The date that starts at this word.</summary>
    /// <returns>How many words it takes; 0 if none starts here.</returns>
    public static int At(List<Word> words, int i, out DateValue? date)
    {
        date = Iso(words[i]);
        if (date is not null)
        {
            return 1;
        }

        var (day, month, next) = (0, MonthAt(words, i), i + 1);
        if (month == 0 && (day = DayAt(words, i)) > 0 && MonthAt(words, i + (IsWord(words, i + 1, "of") ? 2 : 1)) is > 0 and var named)
        {
            (month, next) = (named, i + (IsWord(words, i + 1, "of") ? 3 : 2));
        }
        else if (month > 0 && (day = DayAt(words, i + 1)) > 0)
        {
            next = i + 2;
        }

        if (month == 0)
        {
            return YearAt(words, i, out date);
        }

        // "May be" is no month; the others hardly ever are anything else.
        var comma = IsWord(words, next, ",") ? 1 : 0;
        var length = YearAt(words, next + comma, out var year);
        if (length == 0 && day == 0)
        {
            return 0;
        }

        var end = length > 0 ? next + comma + length : next;
        date = new DateValue(words[i].Span.Union(words[end - 1].Span), year?.Year, month, day > 0 ? day : null);
        return end - i;
    }

    private static DateValue? Iso(Word word) =>
        word.Lower.Length == 10 && DateOnly.TryParseExact(word.Lower, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateValue(word.Span, day.Year, day.Month, day.Day) : null;

    /// <summary>May is a name, too.</summary>
    public static bool IsMonth(string lower) => lower != "may" && Array.IndexOf(FullMonths, lower) >= 0;

    private static int YearAt(List<Word> words, int i, out DateValue? date)
    {
        date = null;
        if (i >= words.Count || !char.IsAsciiDigit(words[i].Lower[0]))
        {
            return 0;
        }

        var lower = words[i].Lower;
        var era = IsWord(words, i + 1, "bc") || IsWord(words, i + 1, "bce");
        var isDecade = lower.EndsWith('s');
        var digits = isDecade ? lower[..^1].TrimEnd('\'', '’') : lower.IndexOf('-', StringComparison.Ordinal) == 4 ? lower[..4] : lower;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || (!era && (digits.Length != 4 || year is < EarliestYear or > LatestYear)))
        {
            return 0;
        }

        var span = era ? words[i].Span.Union(words[i + 1].Span) : words[i].Span;
        date = new DateValue(span, era ? -year : year, null, null) { IsDecade = isDecade };
        return era ? 2 : 1;
    }

    /// <returns>1 to 12; 0 if it is no month.</returns>
    private static int MonthAt(List<Word> words, int i)
    {
        if (i >= words.Count || !words[i].IsCapitalised)
        {
            return 0;
        }

        var lower = words[i].Lower;
        var full = Array.IndexOf(FullMonths, lower) + 1;
        return full > 0 ? full : lower == "sept" ? Array.IndexOf(Months, "sep") + 1 : Array.IndexOf(Months, lower) + 1;
    }

    private static int DayAt(List<Word> words, int i)
    {
        if (i >= words.Count)
        {
            return 0;
        }

        var digits = words[i].Lower.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 0 and < 32 ? day : 0;
    }

    private static bool IsWord(List<Word> words, int i, string lower) => i < words.Count && words[i].Lower == lower;
}
