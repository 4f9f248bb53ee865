using BriefingBot.Articles;
using BriefingBot.Claims;
using Microsoft.Extensions.Caching.Memory;

namespace BriefingBot.Channels.Readings;

/// <summary>Who said what in an article; what was read lately is not read again. Thread-safe.</summary>
public sealed class Statements : IDisposable
{
    /// <summary>A longer article takes more than a few seconds to read.</summary>
    public const int LongestInChars = 300_000;

    private const int MostRememberedChars = 10_000_000;

    private readonly AttributionReader _reader = new();
    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = MostRememberedChars });

    /// <returns>In the order of the text; null where the article is longer than <see cref="LongestInChars"/>.</returns>
    public IReadOnlyList<QuotedStatement>? Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Text.Length > LongestInChars)
            return null;

        return _read.GetOrCreate((article.Id, article.Provenance.ContentHash), entry =>
        {
            entry.Size = article.Text.Length;
            return QuotedStatement.Of(article, _reader);
        });
    }

    public void Dispose() => _read.Dispose();
}
