using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace BriefingBot.Articles.Html;

/// <summary>What a page says about its article in JSON-LD (schema.org). Broken blocks are passed over.</summary>
internal sealed record JsonLd(string? Headline, string? Author, string? Publisher, string? Published, string? Url, string? Language, string? Body)
{
    private static readonly JsonLd None = new(null, null, null, null, null, null, null);
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static JsonLd Of(IDocument page)
    {
        foreach (var script in page.Scripts.Where(script => script.Type is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)))
        {
            if (TryRead(script.Text.Trim().TrimEnd(';')) is { } article)
            {
                return article;
            }
        }

        return None;
    }

    private static JsonLd? TryRead(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return Objects(document.RootElement).Where(IsArticle).Select(Read).FirstOrDefault();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The objects of the top level, of arrays, of @graph and of mainEntity.</summary>
    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        JsonValueKind.Object => (JsonElement[])[element, .. Below(element, "@graph"), .. Below(element, "mainEntity")],
        _ => [],
    };

    private static IEnumerable<JsonElement> Below(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? Objects(value) : [];

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type) && (type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Any(IsArticleType) : IsArticleType(type));

    private static bool IsArticleType(JsonElement type) =>
        type.ValueKind is JsonValueKind.String && type.GetString()!.Split('/')[^1] is var name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review");

    private static JsonLd Read(JsonElement article) => new(
        Text(article, "headline"),
        Names(article, "author"),
        Names(article, "publisher"),
        Text(article, "datePublished"),
        Text(article, "url") ?? Text(article, "mainEntityOfPage"),
        Text(article, "inLanguage"),
        Text(article, "articleBody"));

    private static string? Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        var values = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : (IEnumerable<JsonElement>)[value];
        var names = values.Select(AsText).Where(text => text is { Length: > 0 }).Distinct();
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? AsText(value) : null;

    /// <summary>A string, or the name or id of an object.</summary>
    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => WebUtility.HtmlDecode(value.GetString()),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => AsText(name),
        JsonValueKind.Object when value.TryGetProperty("@id", out var id) => AsText(id),
        _ => null,
    };
}
