using System.Diagnostics;
using System.Globalization;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Factualities;

/// <summary>How firmly news commits to events: trains on the train parts of UW and MEANTIME, measures on their dev parts.</summary>
internal static class FactualityBenchmark
{
    private static readonly string[] Sets = ["UW", "MEANTIME"];

    public static int Run(string[] options)
    {
        switch (options)
        {
            case [var folder]:
                Measure(folder, FactualityModel.Shipped);
                return 0;
            case [var folder, "--train", var file]:
                Measure(folder, Train(folder, file));
                return 0;
            default:
                Console.Error.WriteLine("usage: factuality DIR [--train OUT]; DIR holds UW-train.jsonl, UW-dev.jsonl and the same of MEANTIME");
                return 2;
        }
    }

    private static FactualityModel Train(string folder, string file)
    {
        var watch = Stopwatch.StartNew();
        var model = new FactualityTrainer(Sets.SelectMany(set => FactualitySentence.Read(Path.Combine(folder, $"{set}-train.jsonl")))).Train();
        using (var stream = File.Create(file))
        {
            model.Write(stream);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"trained in {watch.Elapsed.TotalSeconds:f0} s, {new FileInfo(file).Length:N0} bytes"));
        return model;
    }

    private static void Measure(string folder, FactualityModel model)
    {
        foreach (var set in Sets)
        {
            var sentences = FactualitySentence.Read(Path.Combine(folder, $"{set}-dev.jsonl"));
            List<(double Gold, EventReading Found)> pairs = [];
            foreach (var pass in Enumerable.Range(0, 2))
            {
                pairs.Clear();
                var watch = Stopwatch.StartNew();
                foreach (var sentence in sentences)
                {
                    EventFeatures features = new(sentence.Words, AttributionModel.Shipped.Classes);
                    pairs.AddRange(sentence.Events.Select(target => (target.Score, model.Read(features.Of(target.Word)))));
                }

                if (pass == 1)
                {
                    FactualityScores scores = new(pairs);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{set}: {pairs.Count} events, MAE {scores.Error:f3}, r {scores.Correlation:f3}, macro-F1 of the five levels {scores.MacroF1:f3}, accuracy {scores.Accuracy:f3}, {watch.Elapsed.TotalMilliseconds * 1000 / pairs.Count:f0} us an event"));
                }
            }
        }
    }
}
