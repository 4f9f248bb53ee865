namespace BriefingBot.Articles;

/// <summary>An article's address, as far as it may be shown as a link.</summary>
internal static class ArticleUrl
{
    /// <summary>The address if it is absolute http or https, else null.</summary>
    public static string? Clean(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;

    /// <summary>The host without <c>www.</c>: the outlet where none is named.</summary>
    public static string? Host(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host : null;
}
