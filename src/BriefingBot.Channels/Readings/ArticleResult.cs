using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Readings;

/// <summary>One article, whole.</summary>
/// <param name="Id">Its own, else its path in the corpus.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Text">What every span points into, in UTF-16 units.</param>
/// <param name="Published">Null where none is written.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="ContentHash">SHA-256 of what was read; another one is another article.</param>
/// <param name="Parts">What is not the story itself, in the order of the text.</param>
/// <param name="Statements">Who says what, in the order of the text; null where the article is too long to read that at once.</param>
internal sealed record ArticleResult(
    string Id, string Title, string Text, string? Outlet, string? Author, DateOnly? Published, string? Language, string? Collection, string? Url, string ContentHash,
    IReadOnlyList<MarkedPart> Parts, IReadOnlyList<QuotedStatement>? Statements)
{
    public static ArticleResult Of(Article article, IReadOnlyList<QuotedStatement>? statements)
    {
        var source = article.Provenance;
        return new ArticleResult(
            article.Id, article.Title, article.Text, source.Outlet, source.Author, source.Published, source.Language, source.Collection, source.Url, source.ContentHash,
            [.. article.Parts.Select(MarkedPart.Of)], statements);
    }
}

/// <param name="Kind">title, standfirst, byline, date, caption, biography, foreignHeadline or correction.</param>
/// <param name="Start">In UTF-16 units of the article's text.</param>
/// <param name="End">Past the last.</param>
/// <param name="Evidence">Whether its words may be quoted as evidence.</param>
internal sealed record MarkedPart(string Kind, int Start, int End, bool Evidence)
{
    public static MarkedPart Of(ArticlePart part) => new(JsonNamingPolicy.CamelCase.ConvertName(part.Kind.ToString()), part.Span.Start, part.Span.End, part.IsEvidence);
}
