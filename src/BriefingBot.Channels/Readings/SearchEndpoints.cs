using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Access;
using BriefingBot.Channels.Admissions;
using BriefingBot.Channels.ApiDescriptions;
using BriefingBot.Channels.Problems;
using BriefingBot.Claims;
using BriefingBot.Retrieval;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Channels.Readings;

/// <summary><c>GET /api/search</c>: the articles that fit a question best, each once.</summary>
internal static class SearchEndpoints
{
    private const int DefaultTop = 10;
    private const int MostTop = 60;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/search", SearchAsync)
        .Described("search", "Articles", "Finds the articles that fit a question best, each once, with the passage that does.");

    private static async Task<Ok<SearchResult>> SearchAsync(
        [FromQuery] string? q, [FromQuery] int? top, [FromQuery] DateOnly? asOf, [AsParameters] FilterQuery filter, ReadableCorpus corpus, HttpContext http)
    {
        var most = top ?? DefaultTop;
        if (most is < 1 or > MostTop)
            throw new RequestException($"top: {most} is not from 1 to {MostTop}; leave it out for {DefaultTop}");

        var question = Understood(q);
        var reading = await corpus.OpenAsync(http.Caller("api"), filter.ToFilter(), http.RequestAborted);
        var found = reading.Search(question, asOf);
        return TypedResults.Ok(new SearchResult(q!, [.. found.Articles.Take(most).Select(SearchHit.Of)], Extent.Of(found.Searched)));
    }

    internal static Question Understood(string? q) =>
        string.IsNullOrWhiteSpace(q) ? throw new RequestException("q: it is missing; write ?q= and what to look for")
        : q.Length > Answerer.LongestQuestionInChars ? throw new RequestException($"q: it has {q.Length} characters, the most is {Answerer.LongestQuestionInChars}; look for less")
        : Question.Parse(q) is { IsEmpty: false } question ? question
        : throw new RequestException("q: it holds no word to search for; name what it is about");
}

/// <param name="Question">As it was asked.</param>
/// <param name="Hits">Best first, each article once.</param>
/// <param name="Searched">Where was looked.</param>
internal sealed record SearchResult(string Question, IReadOnlyList<SearchHit> Hits, Extent Searched);

/// <param name="ArticleId">For <c>/api/articles/{id}</c>.</param>
/// <param name="Score">Comparable within one search only.</param>
/// <param name="Span">The passage that fits best, in UTF-16 units of the article's text; null where only the title does.</param>
/// <param name="Text">That passage; null where only the title fits.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Published">Null where none is written.</param>
internal sealed record SearchHit(
    string ArticleId, double Score, MarkedSpan? Span, string? Text, string Title, string? Outlet, string? Author, DateOnly? Published, string? Language, string? Collection, string? Url)
{
    public static SearchHit Of(RankedArticle ranked)
    {
        var (article, source) = (ranked.Article, ranked.Article.Provenance);
        var (span, text) = ranked.Best is { Length: > 0 } best ? (new MarkedSpan(best.Start, best.End), new Quote(article, best).Text) : ((MarkedSpan?)null, (string?)null);
        return new SearchHit(article.Id, Math.Round(ranked.Score, 4), span, text, article.Title, source.Outlet, source.Author, source.Published, source.Language, source.Collection, source.Url);
    }
}

/// <param name="Articles">How many.</param>
/// <param name="Passages">How many, titles not counted.</param>
/// <param name="From">The first written date; null if no article has one.</param>
/// <param name="To">The last written date; null if no article has one.</param>
internal sealed record Extent(int Articles, int Passages, DateOnly? From, DateOnly? To)
{
    public static Extent Of(CorpusExtent extent) => new(extent.Articles, extent.Passages, extent.From, extent.To);
}
