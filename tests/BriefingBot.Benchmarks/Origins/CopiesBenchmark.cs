using System.Diagnostics;
using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Origins;

/// <summary>Measures that edited copies of articles are found, and that nothing else is taken for a copy.</summary>
internal static class CopiesBenchmark
{
    private const int Seed = 7;

    // As many articles as an answer looks at: half of them reports, half of them copies.
    private const int ReportsAtOnce = 6;
    private const int FewestWords = 60;
    private const int MostShown = 5;

    public static int Run(string[] options)
    {
        if (options is not [var folder] || !File.Exists(Path.Combine(folder, "articles.jsonl")))
        {
            Console.Error.WriteLine("usage: copies DIR (a folder with articles.jsonl)");
            return 2;
        }

        var random = new Random(Seed);
        var reports = new Corpus(Path.Combine(folder, "articles.jsonl")).Files().SelectMany(Corpus.Read).OfType<ReadArticle>().Select(read => read.Article)
            .Where(article => article.Text.Split().Length >= FewestWords).OrderBy(_ => random.Next()).ToList();
        Small(reports, random);
        All(reports);
        return 0;
    }

    private static void Small(List<Article> reports, Random random)
    {
        var (found, copies, wrong, joined) = (0, 0, 0, 0);
        var time = new Stopwatch();
        foreach (var group in reports.Chunk(ReportsAtOnce))
        {
            var edited = group.Select(report => Edited(report, random)).ToList();
            time.Start();
            var all = new Copies([.. group, .. edited]);
            var firsts = edited.ConvertAll(copy => all.FirstOf(copy).Id + "'");
            time.Stop();
            copies += edited.Count;
            found += edited.Zip(firsts).Count(pair => pair.First.Id == pair.Second);
            joined += edited.Zip(firsts).Count(pair => pair.First.Id + "'" != pair.Second);
            wrong += edited.Zip(firsts).Count(pair => pair.First.Id + "'" != pair.Second && pair.First.Id != pair.Second);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"edited copies found: {(double)found / copies:F4} of {copies}; joined with another report: {wrong} of {joined}; {time.Elapsed.TotalMilliseconds / (reports.Count / ReportsAtOnce):F2} ms for {2 * ReportsAtOnce} articles"));
    }

    // Papers print the same wire reports: some of these are copies indeed.
    private static void All(List<Article> reports)
    {
        var time = Stopwatch.StartNew();
        var copies = new Copies(reports);
        time.Stop();
        var joined = reports.Where(report => copies.FirstOf(report) != report).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reports.Count} articles as they are: {joined.Count} taken for copies of another; {time.Elapsed.TotalSeconds:F1} s"));
        foreach (var report in joined.Take(MostShown))
        {
            Console.WriteLine($"  {report.Title} <- {copies.FirstOf(report).Title}");
        }
    }

    /// <summary>Another headline and byline, up to half of the paragraphs cut from the end, one left out, one word in twelve another.</summary>
    private static Article Edited(Article report, Random random)
    {
        var paragraphs = report.Text.Split("\n\n").ToList();
        paragraphs = [.. paragraphs.Take(Math.Max(1, paragraphs.Count - random.Next(1 + (paragraphs.Count / 2))))];
        if (paragraphs.Count > 2)
        {
            paragraphs.RemoveAt(random.Next(paragraphs.Count));
        }

        var text = string.Join("\n\n", paragraphs.Select(paragraph => string.Join(' ', paragraph.Split(' ').Select(word => random.Next(12) == 0 ? $"other{random.Next(1000)}" : word))));
        return new Article(report.Id + "'", "Another headline", text, report.Provenance with { Author = "Another" }, []);
    }
}
