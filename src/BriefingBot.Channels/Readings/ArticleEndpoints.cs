using BriefingBot.Articles;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.ApiDescriptions;
using BriefingBot.Channels.Limits;
using BriefingBot.Channels.Problems;
using BriefingBot.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Channels.Readings;

/// <summary><c>GET /api/articles</c>, <c>/api/articles/{id}</c> and <c>/api/articles/{id}/quotes</c>.</summary>
internal static class ArticleEndpoints
{
    private const string Prefix = "/api/articles/";
    private const string Quotes = "/quotes";
    private const int DefaultTop = 20;
    private const int MostTop = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/articles", ListAsync).Described("listArticles", "Articles", "Lists articles, newest first, a part at a time; or looks for some.");
        routes.MapGet("/api/articles/{id}", ReadAsync).Described("readArticle", "Articles", "Gives one article with what its parts are and who says what in it.", StatusCodes.Status404NotFound);
        routes.MapGet("/api/articles/{id}/quotes", QuotesAsync).Described("quotes", "Articles", "Tells who says what in one article, how firmly; the same JSON as briefingbot quotes --json.", StatusCodes.Status404NotFound);

        // Ids hold slashes; who writes them as they are is understood too.
        routes.MapGet("/api/articles/{folder}/{file}/{**rest}", async Task<IResult> (ReadableCorpus corpus, Statements statements, Turnstile turnstile, HttpContext http) =>
            RawId.Of(http, Prefix, Quotes) is null ? await ReadAsync(corpus, statements, turnstile, http) : await QuotesAsync(corpus, statements, turnstile, http)).ExcludeFromDescription();
    }

    private static async Task<Ok<ArticleListing>> ListAsync(
        [FromQuery] string? q, [FromQuery] int? skip, [FromQuery] int? top, [AsParameters] FilterQuery query, ReadableCorpus corpus, HttpContext http)
    {
        var (first, most) = (skip ?? 0, top ?? DefaultTop);
        if (first < 0)
            throw new RequestException($"skip: {first} is below 0; leave it out to begin at the first article");
        if (most is < 1 or > MostTop)
            throw new RequestException($"top: {most} is not from 1 to {MostTop}; leave it out for {DefaultTop}");

        var filter = query.ToFilter();
        var reading = await corpus.OpenAsync(http.Caller("api"), filter, http.RequestAborted);
        var everyOutlet = filter?.Outlets is null ? reading : await corpus.OpenAsync(http.Caller("api"), filter with { Outlets = null }, http.RequestAborted);
        var facets = Facets.Of(everyOutlet.Outlets);
        if (string.IsNullOrWhiteSpace(q))
        {
            var list = reading.List(first, most);
            return TypedResults.Ok(new ArticleListing(list.Total, first, [.. list.Articles.Select(ArticleLine.Of)], facets));
        }

        var found = reading.Search(SearchEndpoints.Understood(q)).Articles;
        return TypedResults.Ok(new ArticleListing(found.Count, first, [.. found.Skip(first).Take(most).Select(ArticleLine.Of)], facets));
    }

    private static async Task<Ok<ArticleResult>> ReadAsync(ReadableCorpus corpus, Statements statements, Turnstile turnstile, HttpContext http)
    {
        var article = await FindAsync(corpus, http, "");
        using (await turnstile.EnterAsync(http.RequestAborted))
            return TypedResults.Ok(ArticleResult.Of(article, statements.Of(article)));
    }

    private static async Task<Ok<IReadOnlyList<QuotedStatement>>> QuotesAsync(ReadableCorpus corpus, Statements statements, Turnstile turnstile, HttpContext http)
    {
        var article = await FindAsync(corpus, http, Quotes);
        using (await turnstile.EnterAsync(http.RequestAborted))
            return TypedResults.Ok(statements.Of(article) ?? throw new RequestException($"{article.Id}: has {article.Text.Length} characters, the most is {Statements.LongestInChars}; run briefingbot quotes on its file"));
    }

    private static async Task<Article> FindAsync(ReadableCorpus corpus, HttpContext http, string after)
    {
        var reading = await corpus.OpenAsync(http.Caller("api"), wanted: null, http.RequestAborted);
        return (RawId.Of(http, Prefix, after) is { } id ? reading.Find(id) : null)
            ?? throw new NotFoundException("id: there is no such article, or you may not read it; /api/articles lists those there are, and an id is URL-encoded");
    }
}
