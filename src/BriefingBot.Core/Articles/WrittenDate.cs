using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Articles;

/// <summary>Reads days that are written out in full. A day that can be read in two ways is not read.</summary>
public static partial class WrittenDate
{
    private const int EarliestYear = 1800;
    private const int LatestYear = 2199;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first full date in a text: <c>2024-07-02</c>, <c>July 2, 2024</c>, <c>2 July 2024</c>, <c>02.07.2024</c>, <c>22/07/2024</c>, <c>2 июля 2024</c>, <c>2024년 7월 2일</c>.</summary>
    /// <returns>Null if there is none, or if day and month could be exchanged (<c>02/07/2024</c>).</returns>
    public static DateOnly? Find(ReadOnlySpan<char> text)
    {
        var all = text.ToString();
        if (Iso().Match(all) is { Success: true } iso)
        {
            return Day(iso.Groups[1].ValueSpan, iso.Groups[2].ValueSpan, iso.Groups[3].ValueSpan);
        }

        if (MonthFirst().Match(all) is { Success: true } us)
        {
            return Named(us.Groups[3].ValueSpan, us.Groups[1].ValueSpan, us.Groups[2].ValueSpan);
        }

        if (DayFirst().Match(all) is { Success: true } eu)
        {
            return Named(eu.Groups[3].ValueSpan, eu.Groups[2].ValueSpan, eu.Groups[1].ValueSpan);
        }

        if (NamedDay.Find(all) is { } named)
        {
            return Day(named.Year, named.Month, named.Day);
        }

        return Numeric().Match(all) is { Success: true } match ? Unambiguous(match) : null;
    }

    /// <summary>The date in a URL's path, such as <c>/2024/07/02/</c>, <c>/2024/jul/02/</c> or <c>-2024-07-02</c>.</summary>
    public static DateOnly? InUrl(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var numbers = PathNumbers().Match(uri.AbsolutePath) is { Success: true } separated ? separated : PathDigits().Match(uri.AbsolutePath);
        if (numbers.Success)
        {
            return Day(numbers.Groups[1].ValueSpan, numbers.Groups[2].ValueSpan, numbers.Groups[3].ValueSpan);
        }

        return PathMonth().Match(uri.AbsolutePath) is { Success: true } named
            ? Named(named.Groups[1].ValueSpan, named.Groups[2].ValueSpan, named.Groups[3].ValueSpan)
            : null;
    }

    /// <summary>The two days a purely numeric date may mean, day first and month first.</summary>
    internal static (DateOnly? DayFirst, DateOnly? MonthFirst) Readings(ReadOnlySpan<char> text)
    {
        var match = Numeric().Match(text.ToString());
        return match.Success
            ? (Day(match.Groups[3].ValueSpan, match.Groups[2].ValueSpan, match.Groups[1].ValueSpan), Day(match.Groups[3].ValueSpan, match.Groups[1].ValueSpan, match.Groups[2].ValueSpan))
            : (null, null);
    }

    private static DateOnly? Unambiguous(Match match)
    {
        var (dayFirst, monthFirst) = Readings(match.Value);
        // A dot between the numbers is written day first everywhere it is used (2.7.2024).
        return match.Value.Contains('.', StringComparison.Ordinal) || monthFirst is null || dayFirst == monthFirst ? dayFirst
            : dayFirst is null ? monthFirst
            : null;
    }

    private static DateOnly? Named(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        var number = Array.IndexOf(Months, month[..3].ToString().ToLowerInvariant()) + 1;
        return number == 0 ? null : Day(year, number.ToString(CultureInfo.InvariantCulture), day);
    }

    private static DateOnly? Day(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        return Day(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
    }

    private static DateOnly? Day(int y, int m, int d)
    {
        return y is >= EarliestYear and <= LatestYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    [GeneratedRegex(@"(?:^|\D)(\d{4})-(\d{1,2})-(\d{1,2})(?:\D|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s+(\d{4})\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?:^|\D)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?:\D|$)", RegexOptions.NonBacktracking)]
    private static partial Regex PathNumbers();

    [GeneratedRegex(@"(?:^|\D)((?:19|20)\d\d)([01]\d)([0-3]\d)(?:\D|$)", RegexOptions.NonBacktracking)]
    private static partial Regex PathDigits();

    [GeneratedRegex(@"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/(\d{1,2})(?:/|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PathMonth();
}
