using System.Text;
using System.Text.Json;

namespace BriefingBot.Articles;

/// <summary>Reads an article from a JSON object: <c>id title text url outlet author published language collection</c>, of which only <c>text</c> is needed.</summary>
internal static class JsonReader
{
    /// <param name="fallbackId">The id where the object has none; begins with its file's path.</param>
    /// <exception cref="ArticleFormatException">The object is none, or has no text.</exception>
    public static Article Read(string fallbackId, JsonElement json, string hash)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ArticleFormatException($"is {json.ValueKind.ToString().ToLowerInvariant()}, not an object with a \"text\" field; write one object an article");
        }

        var text = Clean(Field(json, "text") ?? throw new ArticleFormatException("has no \"text\" field; add one that holds the article's text"));
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArticleFormatException("has an empty \"text\" field; fill it or remove the article");
        }

        var title = Field(json, "title");
        var marks = PlainText.Mark(text, hasTitle: title is null);
        var url = ArticleUrl.Clean(Field(json, "url"));
        var provenance = new Provenance(
            Field(json, "outlet") ?? ArticleUrl.Host(url),
            Field(json, "author") ?? marks.Author,
            url,
            (Field(json, "published") is { } written ? WrittenDate.Find(written) : null) ?? marks.Published ?? WrittenDate.InUrl(url),
            Field(json, "language") is { } language ? Language.FromCode(language) : marks.Language ?? Language.Of(text),
            hash,
            Field(json, "collection") ?? CorpusFile.TopFolder(fallbackId));
        return new Article(Field(json, "id") ?? fallbackId, title is null ? marks.Title : OneLine(Clean(title)), text, provenance, marks.Parts);
    }

    private static string? Field(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString() is { Length: > 0 } text ? text : null
            : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
            : null;

    // JSON can spell what no text holds: a NUL, or half of a surrogate pair.
    private static string Clean(string text)
    {
        var kept = text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;
        if (!kept.AsSpan().ContainsAny('\0', '\0') && !kept.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return kept;
        }

        var whole = new StringBuilder(kept.Length);
        foreach (var rune in kept.Replace('\0', '\uFFFD').EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }

    private static string OneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
