using AngleSharp.Dom;

namespace BriefingBot.Articles.Html;

/// <summary>The headline of a page's story, without the name of the site.</summary>
internal static class PageTitle
{
    private const int MinHeadlineWords = 3;
    private static readonly string[] SureSeparators = [" | ", " :: ", " » ", " · "];
    private static readonly string[] Dashes = [" - ", " – ", " — "];

    /// <param name="page">Its headings and its title are read.</param>
    /// <param name="headline">As JSON-LD has it.</param>
    /// <param name="shared">As the page wants it shown where it is shared.</param>
    /// <param name="outlet">The name of the site.</param>
    public static string? Of(IDocument page, string? headline, string? shared, string? outlet)
    {
        var document = PageFacts.Line(page.Title);
        var named = string.Join('\n', headline, shared, document);
        var headings = page.QuerySelectorAll("h1").Select(heading => PageFacts.Line(heading.TextContent)).OfType<string>().Where(text => !Same(text, outlet)).ToList();
        return headings.Find(text => Words(text) >= MinHeadlineWords && named.Contains(text, StringComparison.OrdinalIgnoreCase))
            ?? headline
            ?? (shared is null ? null : WithoutSite(shared, outlet))
            ?? (headings is [var only] && Words(only) >= MinHeadlineWords ? only : null)
            ?? (document is null ? null : WithoutSite(document, outlet))
            ?? headings.FirstOrDefault();
    }

    internal static string WithoutSite(string title, string? outlet)
    {
        foreach (var separator in SureSeparators)
        {
            if (title.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at)
            {
                return title[..at].TrimEnd();
            }
        }

        foreach (var dash in Dashes)
        {
            if (title.LastIndexOf(dash, StringComparison.Ordinal) is > 0 and var at && IsSite(title[(at + dash.Length)..], title[..at], outlet))
            {
                return title[..at].TrimEnd();
            }
        }

        return title;
    }

    /// <summary>The outlet, or a short name after a whole headline.</summary>
    private static bool IsSite(string ending, string headline, string? outlet) =>
        Same(ending, outlet) || (Words(ending) <= 3 && Words(headline) >= 5 && char.IsUpper(ending[0]));

    private static bool Same(string text, string? other) => text.Trim().Equals(other, StringComparison.OrdinalIgnoreCase);

    private static int Words(string text) => text.AsSpan().Count(' ') + 1;
}
