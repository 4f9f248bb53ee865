using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace BriefingBot.Articles.Html;

/// <summary>The names in the fields and lines that say who wrote a story.</summary>
internal static partial class Byline
{
    private const int MaxNameInChars = 120;

    private const string Name = @"(.{2,100}?)";

    /// <summary>What follows the names: a handle, a date, another field.</summary>
    private const string Rest = @"(?:\s*[|·•].*|\s+@.*|\s+\d.*|,?\s+(?:on|updated|published|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d+|$))\b.*)?$";

    /// <summary>The names in a field that holds nothing else; null for an address or a handle.</summary>
    public static string? FromField(string? text) => Matched(PageFacts.Line(text), Field());

    /// <summary>The names in a visible line, if it begins with "By".</summary>
    public static string? FromLine(IElement element) => Matched(PageFacts.Line(Spaced(element)), Line());

    public static string? FromMarked(IElement? element) => element is null ? null : FromField(Spaced(element));

    private static string? Matched(string? line, Regex pattern) =>
        line is { Length: <= MaxNameInChars } && line[0] != '@' && !line.Contains("://", StringComparison.Ordinal) && pattern.Match(line) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    /// <summary>Neighbouring elements are told apart by where they stand on the screen, not by a space.</summary>
    private static string Spaced(IElement element) => string.Join(' ', element.Descendants<IText>().Select(text => text.Data));

    [GeneratedRegex(@"^(?:(?:analysis |written |reported |story )?by:?\s+)?" + Name + Rest, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?:(?:analysis |written |reported |story )?by|von|par|por):?\s+" + Name + Rest, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}
