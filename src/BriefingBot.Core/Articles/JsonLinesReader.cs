using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Articles;

/// <summary>Reads one article a line, without holding the file in memory.</summary>
internal static class JsonLinesReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<ReadResult> Read(CorpusFile file)
    {
        using var lines = ByteLines.Open(file, out var problem);
        if (problem is not null)
        {
            yield return problem;
            yield break;
        }

        var number = 0;
        while (lines!.Next(out var line, out var tooLong))
        {
            number++;
            if (tooLong)
            {
                yield return new ReadProblem($"{file.Path} line {number}: longer than {FileReader.MostBytes / 1024 / 1024} MB; skipped: one line holds one article");
            }
            else if (line.Span.ContainsAnyExcept(" \t\r"u8))
            {
                yield return ReadLine(file, number, line);
            }
        }

        if (number == 0)
        {
            yield return new ReadProblem($"{file.Path}: is empty; skipped: fill it or remove it");
        }
    }

    /// <exception cref="ArticleFormatException">The text is no JSON.</exception>
    public static JsonDocument ParseJson(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException broken)
        {
            throw new ArticleFormatException($"is not valid JSON at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}; mend it", broken);
        }
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ReadResult ReadLine(CorpusFile file, int number, ReadOnlyMemory<byte> line)
    {
        try
        {
            _ = Strict.GetCharCount(line.Span);
            using var json = JsonDocument.Parse(line, Options);
            return new ReadArticle(JsonReader.Read($"{file.Path}#{number}", json.RootElement, Convert.ToHexStringLower(SHA256.HashData(line.Span))));
        }
        catch (ArticleFormatException broken)
        {
            return new ReadProblem($"{file.Path} line {number}: {broken.Message}; skipped");
        }
        catch (JsonException broken)
        {
            return new ReadProblem($"{file.Path} line {number}: is not valid JSON at byte {broken.BytePositionInLine + 1}; mend it; skipped");
        }
        catch (DecoderFallbackException broken)
        {
            return new ReadProblem($"{file.Path} line {number}: is not UTF-8 at byte {broken.Index + 1}; save it as UTF-8; skipped");
        }
    }
}
