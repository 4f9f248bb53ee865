using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Channels.Admissions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Links;

/// <summary>Where a reader opens a quote.</summary>
internal sealed class ArticleLinks(IOptions<WebOptions> web)
{
    /// <summary>The quote in the page of its article here, marked.</summary>
    /// <param name="request">Its host stands where no public address is set.</param>
    /// <param name="quote">Words and article.</param>
    public string ToQuote(HttpRequest request, Quote quote)
    {
        var server = web.Value.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
        return $"{server}/articles/{PathOf(quote.Source.Id)}#q={quote.Span.Start}-{quote.Span.End}";
    }

    /// <summary>The citation's own address, if it may be a link; else null.</summary>
    public static string? ToSource(Citation citation) =>
        Uri.TryCreate(citation.Quote.Source.Provenance.Url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address.AbsoluteUri : null;

    private static string PathOf(string articleId) => string.Join('/', articleId.Split('/').Select(Uri.EscapeDataString));
}
