using System.Security.Cryptography;
using System.Text.Json;

namespace BriefingBot.Articles;

/// <summary>Reads a file that is read whole: text, Markdown, HTML, JSON.</summary>
internal static class FileReader
{
    /// <summary>A larger file is no article.</summary>
    public const long MostBytes = 32 * 1024 * 1024;

    public static IEnumerable<ReadResult> Read(CorpusFile file)
    {
        byte[] bytes;
        try
        {
            if (file.LengthInBytes > MostBytes)
            {
                return Problem(file, $"has {file.LengthInBytes / 1024 / 1024} MB, the most is {MostBytes / 1024 / 1024}; skipped: split it into articles, or use .jsonl");
            }

            bytes = File.ReadAllBytes(file.FullPath);
            if (bytes.LongLength != file.LengthInBytes || File.GetLastWriteTimeUtc(file.FullPath) != file.ModifiedUtc)
            {
                return Problem(file, "changed while it was read; skipped: run index again");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Problem(file, $"cannot be read ({failure.Message}); skipped: check that it exists and may be read");
        }

        return Parse(file, bytes);
    }

    private static IEnumerable<ReadResult> Parse(CorpusFile file, byte[] bytes)
    {
        try
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var kind = Path.GetExtension(file.Path).ToLowerInvariant();
            var (text, damage) = Decoder.Decode(bytes, kind is ".html" or ".htm" ? HtmlReader.DeclaredCharset(bytes) : null);
            if (string.IsNullOrWhiteSpace(text))
            {
                return Problem(file, "is empty; skipped: fill it or remove it");
            }

            IEnumerable<ReadResult> read = kind switch
            {
                ".md" => [new ReadArticle(MarkdownReader.Read(file.Path, text, hash))],
                ".html" or ".htm" => [new ReadArticle(HtmlReader.Read(file.Path, text, hash))],
                ".json" => Json(file, text, hash),
                _ => [new ReadArticle(Plain(file.Path, text, hash))],
            };
            return damage is null ? read : read.Append(new ReadProblem($"{file.Path}: {damage}"));
        }
        catch (ArticleFormatException broken)
        {
            return Problem(file, $"{broken.Message}; skipped");
        }
    }

    private static Article Plain(string id, string text, string hash)
    {
        var marks = PlainText.Mark(text, hasTitle: true);
        return new Article(id, marks.Title, text, new Provenance(null, marks.Author, null, marks.Published, marks.Language ?? Language.Of(text), hash, CorpusFile.TopFolder(id)), marks.Parts);
    }

    private static List<ReadResult> Json(CorpusFile file, string text, string hash)
    {
        using var json = JsonLinesReader.ParseJson(text);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            return [new ReadArticle(JsonReader.Read(file.Path, json.RootElement, hash))];
        }

        List<ReadResult> articles = [];
        foreach (var (element, number) in json.RootElement.EnumerateArray().Select((element, i) => (element, i + 1)))
        {
            try
            {
                articles.Add(new ReadArticle(JsonReader.Read($"{file.Path}#{number}", element, JsonLinesReader.HashOf(element.GetRawText()))));
            }
            catch (ArticleFormatException broken)
            {
                articles.Add(new ReadProblem($"{file.Path} article {number}: {broken.Message}; skipped"));
            }
        }

        return articles;
    }

    private static ReadProblem[] Problem(CorpusFile file, string message) => [new ReadProblem($"{file.Path}: {message}")];
}
