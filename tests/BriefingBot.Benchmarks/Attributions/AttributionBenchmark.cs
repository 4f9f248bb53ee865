using System.Diagnostics;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Attributions;

/// <summary>Who said what, on polnear: trains on its train part, measures on its dev part.</summary>
internal static class AttributionBenchmark
{
    public static int Run(string[] options)
    {
        switch (options)
        {
            case [var folder]:
                Measure(folder, new AttributionReader());
                return 0;
            case [var folder, "--train", var file]:
                Measure(folder, new AttributionReader(Train(folder, file)));
                return 0;
            case [var folder, "--weights", var file]:
                using (var stream = File.OpenRead(file))
                {
                    Measure(folder, new AttributionReader(AttributionModel.Read(stream)));
                }

                return 0;
            default:
                Console.Error.WriteLine("usage: attribution DIR [--train OUT | --weights FILE]; DIR holds train and dev in brat stand-off form");
                return 2;
        }
    }

    private static AttributionModel Train(string folder, string file)
    {
        var watch = Stopwatch.StartNew();
        var model = new AttributionTrainer([.. PolNearArticle.Read(Path.Combine(folder, "train"))]).Train();
        using var stream = File.Create(file);
        model.Write(stream);
        Console.WriteLine($"trained in {watch.Elapsed.TotalSeconds:f0} s");
        return model;
    }

    private static void Measure(string folder, AttributionReader reader)
    {
        AttributionScores all = new();
        AttributionScores first = new();
        HashSet<string> names = [];
        foreach (var article in PolNearArticle.Read(Path.Combine(folder, "dev")))
        {
            var found = reader.Read(article.Text);
            all.Add(article, found);
            if (names.Add(article.Name))
            {
                first.Add(article, found);
            }
        }

        Console.WriteLine("every annotation:");
        all.Print();
        Console.WriteLine("every article once, with its first annotation by name:");
        first.Print();
        Time(folder, reader);
    }

    private static void Time(string folder, AttributionReader reader)
    {
        var texts = PolNearArticle.Read(Path.Combine(folder, "dev")).DistinctBy(article => article.Name).Select(article => article.Text).ToList();
        var sentences = texts.Sum(text => Articles.SentenceSplitter.Split(text, new Articles.TextSpan(0, text.Length)).Count);
        var watch = Stopwatch.StartNew();
        foreach (var text in texts)
        {
            reader.Read(text);
        }

        Console.WriteLine($"{watch.Elapsed.TotalMilliseconds / sentences:f3} ms a sentence, {sentences} sentences");
    }
}
