using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Channels.Readings;

/// <summary>A part of the list of articles.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Skip">How many come before this part.</param>
/// <param name="Articles">Newest first, undated last; where something is looked for, best first.</param>
/// <param name="Facets">What else may be chosen.</param>
internal sealed record ArticleListing(int Total, int Skip, IReadOnlyList<ArticleLine> Articles, Facets Facets);

/// <param name="Outlets">Those of all articles that the other filters leave, most articles first.</param>
internal sealed record Facets(IReadOnlyList<Facet> Outlets)
{
    public static Facets Of(IReadOnlyList<OutletCount> outlets) => new([.. outlets.Select(outlet => new Facet(outlet.Outlet, outlet.Articles))]);
}

/// <param name="Name">For the filter of that name.</param>
/// <param name="Articles">How many.</param>
internal sealed record Facet(string Name, int Articles);

/// <param name="Id">For <c>/api/articles/{id}</c>.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Published">Null where none is written.</param>
/// <param name="Text">Where something is looked for, the passage that fits best; else null.</param>
internal sealed record ArticleLine(string Id, string Title, string? Outlet, string? Author, DateOnly? Published, string? Language, string? Collection, string? Url, string? Text)
{
    public static ArticleLine Of(ListedArticle listed) => Of(listed.Id, listed.Title, listed.Provenance, null);

    public static ArticleLine Of(RankedArticle ranked) =>
        Of(ranked.Article.Id, ranked.Article.Title, ranked.Article.Provenance, ranked.Best is { Length: > 0 } best ? new Quote(ranked.Article, best).Text : null);

    private static ArticleLine Of(string id, string title, Provenance source, string? text) =>
        new(id, title, source.Outlet, source.Author, source.Published, source.Language, source.Collection, source.Url, text);
}
