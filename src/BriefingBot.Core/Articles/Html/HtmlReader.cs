namespace BriefingBot.Articles;

internal static class HtmlReader
{
    public static string? DeclaredCharset(ReadOnlySpan<byte> head) => head.Length < 0 ? "" : null;

    public static Article Read(string id, string html, string contentHash) =>
        throw new ArticleFormatException($"{id} {html.Length} {contentHash}: HTML is not read yet");
}
