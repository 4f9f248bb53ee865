using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace BriefingBot.Articles.Html;

/// <summary>What a page states about its article: in JSON-LD, in meta elements, in its visible head.</summary>
internal sealed partial class PageFacts
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
        "published_time", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    ];

    private readonly IDocument _page;
    private readonly JsonLd _stated;
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);

    public PageFacts(IDocument page)
    {
        _page = page;
        _stated = JsonLd.Of(page);
        foreach (var meta in page.GetElementsByTagName("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            if (name is not null && Line(meta.GetAttribute("content")) is { } content)
            {
                _meta.TryAdd(name, content);
            }
        }
    }

    public StatedText StatedText => new([Meta("description"), Meta("og:description"), Meta("twitter:description")], _stated.Body);

    /// <summary>The whole text as JSON-LD has it: for a page that shows it by script alone.</summary>
    public string? StatedBody => _stated.Body;

    public string Title => PageTitle.Of(_page, Line(_stated.Headline), Meta("og:title") ?? Meta("twitter:title"), Outlet) ?? "";

    public string? Outlet => (Meta("og:site_name") ?? Line(_stated.Publisher) ?? Meta("application-name")) is { } name
        ? ArticleUrl.Host(name) ?? name.Split(" | ")[0]
        : null;

    /// <summary>Null where the outlet signs for itself.</summary>
    public string? Author => (Byline.FromField(_stated.Author) ?? Byline.FromField(Meta("author")) ?? Byline.FromField(Meta("article:author")) ?? VisibleAuthor()) is { } name
        && !name.Equals(Outlet, StringComparison.OrdinalIgnoreCase) ? name : null;

    public string? Url => ArticleUrl.Clean(_page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"))
        ?? ArticleUrl.Clean(Meta("og:url"))
        ?? ArticleUrl.Clean(_stated.Url);

    public DateOnly? Published => Day(_stated.Published)
        ?? DateNames.Select(name => Day(Meta(name))).FirstOrDefault(day => day is not null)
        ?? VisibleDay()
        ?? WrittenDate.InUrl(Url);

    public string? LanguageCode => (_page.DocumentElement.GetAttribute("lang") ?? Meta("content-language") ?? Meta("og:locale") ?? _stated.Language) is { } code
        ? Language.FromCode(code)
        : null;

    /// <summary>One line without surplus white space; null if nothing is left.</summary>
    internal static string? Line(string? text) =>
        text is null || string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is not { Length: > 0 } line ? null : line;

    private string? Meta(string name) => _meta.GetValueOrDefault(name);

    private string? VisibleAuthor() =>
        Byline.FromMarked(_page.QuerySelector("[rel~=author], [itemprop=author] [itemprop=name], [itemprop=author]"))
        ?? _page.QuerySelectorAll("[class*=byline i]").Select(Byline.FromLine).FirstOrDefault(name => name is not null);

    /// <summary>A marked time; else the one time of the story, where it has no other.</summary>
    private DateOnly? VisibleDay()
    {
        var marked = _page.QuerySelector("[itemprop=datePublished], time[pubdate]");
        if (marked is not null && (Day(marked.GetAttribute("datetime")) ?? Day(marked.GetAttribute("content")) ?? Day(marked.TextContent)) is { } day)
        {
            return day;
        }

        var days = _page.QuerySelectorAll("time[datetime]").Select(time => Day(time.GetAttribute("datetime"))).Where(found => found is not null).Distinct().Take(2).ToList();
        return days is [var only] ? only : null;
    }

    private static DateOnly? Day(string? written) =>
        written is null ? null : CompactDay().Match(written) is { Success: true } compact ? WrittenDate.Find(compact.Result("$1-$2-$3")) : WrittenDate.Find(written);

    [GeneratedRegex(@"^\s*(\d{4})(\d{2})(\d{2})(?:T|\s*$)", RegexOptions.NonBacktracking)]
    private static partial Regex CompactDay();
}
