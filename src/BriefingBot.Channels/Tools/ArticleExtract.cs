using BriefingBot.Articles;
using BriefingBot.Channels.Problems;

namespace BriefingBot.Channels.Tools;

/// <summary>A part of an article.</summary>
/// <param name="Start">In UTF-16 units of the whole text.</param>
/// <param name="End">Past the last.</param>
/// <param name="Length">Of the whole text.</param>
internal sealed record ArticleExtract(
    string ArticleId, string Title, string? Outlet, string? Author, DateOnly? Published, string? Language, string? Collection, string? Url, int Start, int End, int Length, string Text)
{
    /// <exception cref="RequestException">It begins past the end.</exception>
    public static ArticleExtract Of(Article article, int start, int length)
    {
        var (text, source) = (article.Text, article.Provenance);
        if (start > 0 && start >= text.Length)
            throw new RequestException($"start: {start} is past the end; the article has {text.Length} characters");

        // No pair of surrogates is cut.
        start -= IsWithinPair(text, start) ? 1 : 0;
        var end = (int)Math.Min(text.Length, (long)start + length);
        end += IsWithinPair(text, end) ? 1 : 0;
        return new ArticleExtract(
            article.Id, article.Title, source.Outlet, source.Author, source.Published, source.Language, source.Collection, source.Url, start, end, text.Length, text[start..end]);
    }

    private static bool IsWithinPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
