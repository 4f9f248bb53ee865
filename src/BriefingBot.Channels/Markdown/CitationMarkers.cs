using System.Text.RegularExpressions;
using BriefingBot.Answers;

namespace BriefingBot.Channels.Markdown;

/// <summary>The markers of an answer, as in [1], that are the answer's own: what an article has in brackets is its words, and after some characters Markdown would read more into them.</summary>
internal static partial class CitationMarkers
{
    /// <param name="text">Not encoded.</param>
    /// <param name="citations">What markers lead to.</param>
    public static IEnumerable<Match> In(string text, IReadOnlyCollection<Citation> citations)
    {
        if (citations.Count == 0)
            return [];
        List<Range> quotes = [.. citations.Select(citation => citation.Quote.Text).Distinct(StringComparer.Ordinal).SelectMany(quote => PlacesOf(quote, text))];
        return Marker().Matches(text).Where(marker =>
            citations.Any(citation => citation.Number == int.Parse(marker.Groups[1].ValueSpan))
            && !quotes.Exists(quote => quote.Start.Value <= marker.Index && marker.Index < quote.End.Value)
            && !MakesMore(text, marker));
    }

    private static IEnumerable<Range> PlacesOf(string quote, string text)
    {
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + quote.Length, StringComparison.Ordinal))
            yield return at..(at + quote.Length);
    }

    // A picture, a link to elsewhere, or what defines where markers lead.
    private static bool MakesMore(string text, Match marker)
    {
        var end = marker.Index + marker.Length;
        return (marker.Index > 0 && text[marker.Index - 1] is '!' or ']' or '\\') || (end < text.Length && text[end] is '(' or ':');
    }

    [GeneratedRegex(@"\[([0-9]{1,3})\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
