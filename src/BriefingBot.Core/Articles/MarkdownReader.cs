using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Articles;

/// <summary>Reads Markdown with optional YAML front matter; the text is what follows it, markup and all.</summary>
internal static partial class MarkdownReader
{
    /// <exception cref="ArticleFormatException">The front matter is no YAML mapping.</exception>
    public static Article Read(string id, string file, string hash)
    {
        var (fields, text) = FrontMatter(file);
        var heading = Heading().Match(text);
        var title = fields.GetValueOrDefault("title");
        var marks = PlainText.Mark(text, hasTitle: false);
        var isTitle = heading.Success && (title is null || heading.Groups[1].Value.Trim() == title);
        List<ArticlePart> parts = [.. Headings(text, isTitle ? heading.Index : -1)];
        parts.AddRange(marks.Parts.Where(part => !parts.Any(other => other.Span.Overlaps(part.Span))));
        var url = ArticleUrl.Clean(fields.GetValueOrDefault("url"));
        var provenance = new Provenance(
            fields.GetValueOrDefault("outlet") ?? ArticleUrl.Host(url),
            fields.GetValueOrDefault("author") ?? marks.Author,
            url,
            Published(fields) ?? marks.Published ?? WrittenDate.InUrl(url),
            fields.GetValueOrDefault("language") is { } language ? Language.FromCode(language) : Language.Of(text),
            hash,
            fields.GetValueOrDefault("collection") ?? CorpusFile.TopFolder(id));
        return new Article(id, title ?? (heading.Success ? heading.Groups[1].Value.Trim() : ""), text, provenance, parts);
    }

    private static DateOnly? Published(Dictionary<string, string> fields) =>
        (fields.GetValueOrDefault("published") ?? fields.GetValueOrDefault("date")) is { } written ? WrittenDate.Find(written) : null;

    private static (Dictionary<string, string> Fields, string Text) FrontMatter(string file)
    {
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        var match = Matter().Match(file);
        if (!match.Success)
        {
            return (fields, file);
        }

        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(match.Groups[1].Value));
            if (yaml.Documents is [{ RootNode: YamlMappingNode mapping }, ..])
            {
                foreach (var (key, value) in mapping.Children)
                {
                    if (key is YamlScalarNode { Value: { } name } && value is YamlScalarNode { Value: { Length: > 0 } content })
                    {
                        fields[name] = content;
                    }
                }
            }
        }
        catch (YamlException broken)
        {
            throw new ArticleFormatException(string.Create(CultureInfo.InvariantCulture, $"front matter line {broken.Start.Line + 1}: not valid YAML; mend it or remove it"), broken);
        }

        return (fields, file[match.Length..].TrimStart('\n'));
    }

    private static IEnumerable<ArticlePart> Headings(string text, int title)
    {
        foreach (Match match in AnyHeading().Matches(text))
        {
            yield return new ArticlePart(new TextSpan(match.Index, match.Index + match.Length), match.Value[0] == '!' ? PartKind.Caption : match.Index == title ? PartKind.Title : PartKind.ForeignHeadline);
        }
    }

    [GeneratedRegex(@"\A---[ \t]*\n((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\z)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Matter();

    [GeneratedRegex(@"^# +(.+)$", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:#{1,6} .+|!\[.*)$", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex AnyHeading();
}
