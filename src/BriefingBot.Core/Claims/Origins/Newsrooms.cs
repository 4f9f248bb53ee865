using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Tells whose report an article is: the agency that its dateline or byline names, else its outlet, else its author.</summary>
internal static partial class Newsrooms
{
    private const int LongestDatelineInChars = 120;

    private static readonly ILookup<string, string> Lists = WordList.Lines("Claims.Data.newsroom-words.tsv").Select(line => line.Split('\t'))
        .SelectMany(fields => fields[1].Split(' '), (fields, word) => (List: fields[0], word)).ToLookup(entry => entry.List, entry => entry.word);

    private static readonly FrozenSet<string> Desks = Lists["desk"].ToFrozenSet();
    private static readonly FrozenSet<string> AgencyEndings = Lists["agency"].ToFrozenSet();
    private static readonly FrozenSet<string> AgencyNames = Lists["agency-name"].ToFrozenSet();

    /// <summary>Lower case, without "the"; null where nothing tells.</summary>
    public static string? Of(Article article)
    {
        var author = article.Provenance.Author is { } byline ? Plain(byline) : null;
        return Dateline(article) ?? (author is not null && IsAgency(author) ? author : null)
            ?? (article.Provenance.Outlet is { } outlet ? Plain(outlet) : null) ?? author;
    }

    // "PORT ANSEL (Lantern News Agency) – The Central Bank ..."
    private static string? Dateline(Article article)
    {
        var story = Paragraphs.Split(article.Text).FirstOrDefault(article.IsEvidence);
        var start = article.Text.Substring(story.Start, Math.Min(story.Length, LongestDatelineInChars));
        return DatelinePattern().Match(start) is { Success: true } dateline && Plain(dateline.Groups[1].Value) is var name && IsAgency(name) ? name : null;
    }

    private static bool IsAgency(string name) => AgencyNames.Contains(name) || AgencyEndings.Contains(name.Split(' ')[^1]);

    // "The Meridian Post, Asia desk" and "Harbour Wire Kyiv desk" are The Meridian Post and Harbour Wire.
    private static string Plain(string name)
    {
        var words = name.Split(',')[0].ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        words = words.Length > 2 && Desks.Contains(words[^1]) ? words[..^2] : words;
        return string.Join(' ', words is ["the", _, ..] ? words[1..] : words);
    }

    [GeneratedRegex(@"^\P{Ll}[^.!?]{0,60}\(([^()]{2,40})\)\s*[-–—:]", RegexOptions.NonBacktracking)]
    private static partial Regex DatelinePattern();
}
