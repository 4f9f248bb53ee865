using System.Diagnostics;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>
/// Cross-validates the stance classifier on headlines (<c>emergent</c>, folds by claim) and articles (<c>fnc1</c>, folds by topic), with
/// everything fitted inside the fold; or trains on all of both and writes the weights.
/// </summary>
internal sealed class StanceBenchmark
{
    // The official test of FNC-1 has so many related pairs.
    private const double RelatedShare = 0.27;
    private const int MostDraws = 1_000_000;

    private readonly StanceSet _headlines;
    private readonly StanceSet _articles;
    private readonly StanceTopics _topics;
    private readonly StanceTexts _texts;

    private StanceBenchmark(string folder)
    {
        _headlines = StanceSet.Read(Path.Combine(folder, "emergent"));
        _articles = StanceSet.Read(Path.Combine(folder, "fnc1"));
        _topics = new StanceTopics(_articles, _headlines);
        _texts = new StanceTexts(_headlines, _articles);
    }

    public static int Run(string[] options)
    {
        if (options is not ([_] or [_, "--train", _]) || !File.Exists(Path.Combine(options[0], "emergent", "pairs.jsonl"))
            || !File.Exists(Path.Combine(options[0], "fnc1", "bodies.jsonl")))
        {
            Console.Error.WriteLine("usage: stance DIR [--train OUT] (a folder with emergent/pairs.jsonl, fnc1/pairs.jsonl and fnc1/bodies.jsonl)");
            return 2;
        }

        var benchmark = new StanceBenchmark(options[0]);
        if (options is [_, "--train", var file])
        {
            benchmark.Train(file);
            return 0;
        }

        benchmark.CrossValidateHeadlines();
        benchmark.CrossValidateArticles();
        return 0;
    }

    private void Train(string file)
    {
        var model = new StanceModel(
            HeadlineTrainer.Train(_texts, _headlines.Rows, Strangers(_articles.Rows)),
            new ArticleTrainer(_texts, _topics).Train(_articles.Rows, _headlines.Rows));
        File.WriteAllBytes(file, model.ToBytes());
        Console.WriteLine($"{file}: {new FileInfo(file).Length / 1e6:F2} MB");
    }

    private void CrossValidateHeadlines()
    {
        var score = new StanceScore();
        var strangers = new StanceScore();
        for (var fold = 0; fold < _headlines.Folds; fold++)
        {
            List<StanceRow> tests = [.. _headlines.Rows.Where(row => row.Tests(fold))];
            var others = Strangers(_articles.Rows).Where(row => !IsOfStory(row, tests));
            var model = HeadlineTrainer.Train(_texts, [.. _headlines.Rows.Where(row => row.TrainsFor(fold))], [.. others]);
            foreach (var row in tests)
                score.Add(row.Stance, model.Decide(_texts.Pair(row, model.Rarity)));
            foreach (var row in HeadlineTrainer.Strangers(tests))
                strangers.Add(row.Stance, model.Decide(_texts.Pair(row, model.Rarity)));
        }

        Console.WriteLine($"emergent, {_headlines.Folds} folds by claim\n  {score}");
        Console.WriteLine($"  headlines of other claims found unrelated: {strangers.Accuracy:F4}");
    }

    private void CrossValidateArticles()
    {
        var all = new StanceScore();
        var watch = new Stopwatch();
        Console.WriteLine($"fnc1, {_articles.Folds} folds by topic");
        for (var fold = 0; fold < _articles.Folds; fold++)
        {
            List<StanceRow> headlines = [.. _headlines.Rows.Where(row => _topics.IsOutside(row.Claim, fold))];
            List<StanceRow> training = [.. _articles.Rows.Where(row => row.TrainsFor(fold))];
            var model = new StanceModel(
                HeadlineTrainer.Train(_texts, headlines, Strangers(training)), new ArticleTrainer(_texts, _topics).Train(training, headlines));
            var score = new StanceScore();
            watch.Start();
            foreach (var row in Tests(fold))
            {
                var stance = model.Decide(new StanceClaim(row.Claim), new StanceText(_articles.Texts[row.TextId]));
                score.Add(row.Stance, stance);
                all.Add(row.Stance, stance);
            }

            watch.Stop();
            Console.WriteLine($"  fold {fold}: {score}");
        }

        Console.WriteLine($"  all:    {all}\n  {watch.Elapsed.TotalMilliseconds / all.Total:F3} ms a pair");
    }

    /// <summary>Unrelated pairs with texts no longer than headlines.</summary>
    private List<StanceRow> Strangers(List<StanceRow> rows) => [.. rows.Where(row => row.Stance == Stance.Unrelated && !_texts.IsArticle(row))];

    /// <summary>Whether a row tells of a story that is tested: by its topic, or because its claim or text holds half the words of a rumour.</summary>
    private bool IsOfStory(StanceRow row, List<StanceRow> tests)
    {
        const float LeastShare = 0.5f;
        return tests.Select(test => test.Claim).Distinct().Any(rumour => _topics.OfRumour(rumour) is { } topic
            && (topic == _topics.OfClaim(row.Claim) || topic == _topics.OfText(row.TextId))
            || Share(_texts.Claim(rumour), _texts.Claim(row.Claim).Text) >= LeastShare
            || Share(_texts.Claim(rumour), _texts.Text(row.TextId)) >= LeastShare);
    }

    private static float Share(StanceClaim rumour, StanceText text) =>
        text.Tokens.Select(rumour.Match).Where(match => match.IsSame).Select(match => match.Index).Distinct().Count()
        / (float)Math.Max(rumour.Content.Count, 1);

    /// <summary>The fold's own pairs, and unrelated ones drawn within it up to the official share.</summary>
    private List<StanceRow> Tests(int fold)
    {
        List<StanceRow> tests = [.. _articles.Rows.Where(row => row.Tests(fold))];
        var known = tests.Select(row => (row.Claim, row.TextId)).ToHashSet();
        string[] claims = [.. tests.Select(row => row.Claim).Distinct()];
        string[] texts = [.. tests.Select(row => row.TextId).Distinct()];
        var wanted = tests.Count(row => row.Stance != Stance.Unrelated) / RelatedShare;
        var random = new Random(fold);
        for (var draw = 0; draw < MostDraws && tests.Count < wanted; draw++)
        {
            var (claim, text) = (claims[random.Next(claims.Length)], texts[random.Next(texts.Length)]);
            if (_topics.OfClaim(claim) != _topics.OfText(text) && known.Add((claim, text)))
                tests.Add(new StanceRow(claim, text, Stance.Unrelated, fold, fold));
        }

        return tests;
    }
}
