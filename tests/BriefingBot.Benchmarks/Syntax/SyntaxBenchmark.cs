using System.Diagnostics;
using System.Globalization;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Syntax;

/// <summary>How well the syntax of sentences is read: trains on the train parts of English treebanks of Universal Dependencies, measures on their dev parts.</summary>
internal static class SyntaxBenchmark
{
    private static readonly string[] Core = ["nsubj", "nsubj:pass", "obj", "obl:agent"];

    public static int Run(string[] options)
    {
        switch (options)
        {
            case [var folder]:
                Measure(folder, SyntaxModel.Shipped);
                return 0;
            case [var folder, "--train", var file]:
                Measure(folder, Train(folder, file));
                return 0;
            default:
                Console.Error.WriteLine("usage: syntax DIR [--train OUT]; DIR holds NAME-train.conllu and NAME-dev.conllu of one or more treebanks");
                return 2;
        }
    }

    private static SyntaxModel Train(string folder, string file)
    {
        var watch = Stopwatch.StartNew();
        var model = new SyntaxTrainer(Directory.EnumerateFiles(folder, "*-train.conllu").Order(StringComparer.Ordinal).SelectMany(TreebankSentence.Read)).Train();
        using (var stream = File.Create(file))
            model.Write(stream);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"trained in {watch.Elapsed.TotalSeconds:f0} s, {new FileInfo(file).Length:N0} bytes, {model.OfTags.Count:N0} and {model.OfSteps.Count:N0} weights"));
        return model;
    }

    private static void Measure(string folder, SyntaxModel model)
    {
        var reader = new SyntaxReader(model);
        foreach (var file in Directory.EnumerateFiles(folder, "*-dev.conllu").Order(StringComparer.Ordinal))
        {
            var sentences = TreebankSentence.Read(file).ToList();
            _ = sentences.Select(sentence => reader.Read(sentence.Words)).ToList();
            var watch = Stopwatch.StartNew();
            var trees = sentences.ConvertAll(sentence => reader.Read(sentence.Words));
            var elapsed = watch.Elapsed;
            var words = sentences.Zip(trees).SelectMany(pair => Enumerable.Range(0, pair.First.Words.Count).Where(i => !pair.First.Words[i].IsMark).Select(i => (Gold: pair.First, Read: pair.Second, At: i))).ToList();
            double Share(Func<(TreebankSentence Gold, SyntaxTree Read, int At), bool> holds) => (double)words.Count(holds) / words.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file)}: {sentences.Count} sentences, tags {Share(word => word.Gold.Tags[word.At] == word.Read.Tags[word.At]):f3}, heads {Share(IsHead):f3}, heads with relations {Share(IsArc):f3}, who does what (F1) {CoreF1(words):f3}, {elapsed.TotalMilliseconds / sentences.Count:f2} ms a sentence"));
        }
    }

    private static bool IsHead((TreebankSentence Gold, SyntaxTree Read, int At) word) => word.Gold.Heads[word.At] == word.Read.Heads[word.At];

    private static bool IsArc((TreebankSentence Gold, SyntaxTree Read, int At) word) => IsHead(word) && word.Gold.Relations[word.At] == word.Read.Relations[word.At];

    private static double CoreF1(List<(TreebankSentence Gold, SyntaxTree Read, int At)> words)
    {
        var gold = words.Count(word => Core.Contains(word.Gold.Relations[word.At]));
        var read = words.Count(word => Core.Contains(word.Read.Relations[word.At]));
        return 2.0 * words.Count(word => Core.Contains(word.Gold.Relations[word.At]) && IsArc(word)) / (gold + read);
    }
}
