using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BriefingBot.Articles;

namespace BriefingBot.Benchmarks;

/// <summary>
/// Compares the text read from saved pages (<c>html/*.html.gz</c>) with the text a person marked (<c>ground-truth.json</c>).
/// Word F1 counts words, shingle F1 runs of four words; "published" is the harmonic mean of mean precision and mean recall over
/// shingles, the figure of the scrapinghub article-extraction-benchmark.
/// </summary>
internal static class ExtractionBenchmark
{
    private const int WorstPagesShown = 15;

    public static int Run(string[] options)
    {
        if (options is not [var folder] || !File.Exists(Path.Combine(folder, "ground-truth.json")))
        {
            Console.Error.WriteLine("usage: extraction DIR (a folder with ground-truth.json and html/*.html.gz)");
            return 2;
        }

        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
        List<PageScore> scores = [];
        _ = HtmlReader.Read("warm-up", "<p>The first page pays for starting up, so it is not one of those that are measured.</p>", "");
        var chars = 0L;
        var reading = new Stopwatch();
        foreach (var page in truth.RootElement.EnumerateObject())
        {
            var html = ReadPage(Path.Combine(folder, "html", $"{page.Name}.html.gz"));
            chars += html.Length;
            reading.Start();
            var before = reading.Elapsed;
            var text = HtmlReader.Read(page.Name, html, "").Text;
            reading.Stop();
            scores.Add(PageScore.Of(page.Name, page.Value.GetProperty("articleBody").GetString()!, text, reading.Elapsed - before));
        }

        Print(scores, chars / 1e6 / reading.Elapsed.TotalSeconds);
        return 0;
    }

    private static string ReadPage(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static void Print(List<PageScore> scores, double megaCharsPerSecond)
    {
        var precision = scores.Average(score => score.Shingles.Precision);
        var recall = scores.Average(score => score.Shingles.Recall);
        Console.WriteLine($"pages {scores.Count}, {megaCharsPerSecond:F1} M chars/s, slowest {scores.Max(score => score.Time).TotalMilliseconds:F0} ms");
        Console.WriteLine($"word F1     mean {scores.Average(score => score.Words.F1):F4}, precision {scores.Average(score => score.Words.Precision):F4}, recall {scores.Average(score => score.Words.Recall):F4}");
        Console.WriteLine($"shingle F1  mean {scores.Average(score => score.Shingles.F1):F4}, precision {precision:F4}, recall {recall:F4}, published {2 * precision * recall / (precision + recall):F4}");
        Console.WriteLine("\nworst pages  word F1 precision recall   shingle F1 precision recall");
        foreach (var score in scores.OrderBy(score => score.Words.F1).Take(WorstPagesShown))
        {
            var (words, shingles) = (score.Words, score.Shingles);
            Console.WriteLine($"{score.Page[..Math.Min(8, score.Page.Length)],-12} {words.F1,7:F3} {words.Precision,9:F3} {words.Recall,6:F3} {shingles.F1,12:F3} {shingles.Precision,9:F3} {shingles.Recall,6:F3}");
        }
    }
}
