using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BriefingBot.Articles.Html;

namespace BriefingBot.Articles;

/// <summary>Reads a web page as an article: its story, without what surrounds it. Runs no script and loads nothing.</summary>
internal static partial class HtmlReader
{
    /// <summary>Deeper nesting is flattened; real pages stay below 100.</summary>
    private const int MaxDepth = 500;

    private const int CharsetSearchInBytes = 4096;

    private const int MinTellingTextInChars = 1000;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReadAttributes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "aria-hidden", "class", "content", "datetime", "hidden", "href", "http-equiv", "id", "itemprop", "lang", "name", "property", "pubdate", "rel", "role", "style", "type")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The charset a page names in a meta element; null if it names none.</summary>
    public static string? DeclaredCharset(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, CharsetSearchInBytes)]);
        return MetaCharset().Match(start) is { Success: true } match ? match.Groups[1].Value : null;
    }

    /// <exception cref="ArticleFormatException">The page has no text of an article.</exception>
    public static Article Read(string id, string html, string contentHash)
    {
        using var page = Parse(html);
        var facts = new PageFacts(page);
        var title = facts.Title;
        var blocks = page.Body is null ? [] : StatedOr(MainText.Select(PageWalker.Walk(page.Body, facts.StatedText), title), facts.StatedBody);
        var (text, parts) = Join(blocks);
        if (text.Length == 0)
        {
            throw new ArticleFormatException("has no text of an article; save the page as it is shown, or as .txt");
        }

        var marks = PlainText.Mark(text, hasTitle: false);
        parts.AddRange(marks.Parts.Where(part => part.Kind is not PartKind.ForeignHeadline && !parts.Any(other => other.Span.Overlaps(part.Span))));
        var provenance = new Provenance(
            facts.Outlet ?? ArticleUrl.Host(facts.Url),
            facts.Author ?? marks.Author,
            facts.Url,
            facts.Published ?? marks.Published,
            LanguageOf(text, facts.LanguageCode),
            contentHash,
            CorpusFile.TopFolder(id));
        return new Article(id, title, text, provenance, parts);
    }

    /// <summary>Templates are copied with the language of another site; the words of a long text tell better.</summary>
    private static string? LanguageOf(string text, string? declared) =>
        text.Length < MinTellingTextInChars ? declared ?? Language.Of(text) : Language.Of(text) ?? declared;

    /// <summary>The text the page states in JSON-LD, where a script would show most of it.</summary>
    private static List<Block> StatedOr(List<Block> shown, string? stated)
    {
        if (stated is null || stated.Length < MinTellingTextInChars || shown.Sum(block => block.Text.Length) > stated.Length / 3)
        {
            return shown;
        }

        using var page = Parse(stated.ReplaceLineEndings("<br><br>"));
        return PageWalker.Walk(page.Body!, StatedText.None);
    }

    private static IHtmlDocument Parse(string html)
    {
        var guard = new NestingGuard();
        var options = new HtmlParserOptions
        {
            MaximumDepth = MaxDepth,
            SkipComments = true,
            DisableElementPositionTracking = true,
            OnToken = (token, _) => guard.Check(token),
            ShouldEmitAttribute = (ref _, name) => ReadAttributes.Contains(name.Span),
        };
        return new HtmlParser(options).ParseDocument(html);
    }

    private static (string Text, List<ArticlePart> Parts) Join(List<Block> blocks)
    {
        var text = new StringBuilder();
        List<ArticlePart> parts = [];
        foreach (var block in blocks)
        {
            text.Append(text.Length > 0 ? "\n\n" : "");
            var start = text.Length;
            text.Append(block.Text);
            if (block.Part is { } part)
            {
                parts.Add(new ArticlePart(new TextSpan(start, text.Length), part));
            }
        }

        return (text.ToString(), parts);
    }

    [GeneratedRegex("""<meta[^>]+?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();
}
