using System.Text.Json;

namespace BriefingBot.Benchmarks.Scale;

/// <summary>Writes made-up articles as JSONL files.</summary>
internal static class MadeCorpus
{
    private const int ArticlesPerFile = 1000;

    /// <returns>How many bytes the files have.</returns>
    public static long Write(string folder, int articles)
    {
        Directory.CreateDirectory(folder);
        long bytes = 0;
        for (var first = 0; first < articles; first += ArticlesPerFile)
        {
            using var stream = File.Create(Path.Combine(folder, $"articles-{first:D8}.jsonl"));
            for (var number = first; number < Math.Min(articles, first + ArticlesPerFile); number++)
                WriteLine(stream, new MadeArticle(number));
            bytes += stream.Length;
        }

        return bytes;
    }

    private static void WriteLine(Stream stream, MadeArticle article)
    {
        JsonSerializer.Serialize(stream, new
        {
            id = article.Id,
            title = article.Title,
            text = article.Text,
            outlet = article.Outlet,
            published = article.Published.ToString("O"),
        });
        stream.WriteByte((byte)'\n');
    }
}
