using System.Globalization;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Benchmarks.Quizzes;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Conflicts;

/// <summary>Fits the weights of Answers/Data/values.tsv on what each document answers, and says what weights fitted on the other half reach.</summary>
internal static class ConflictFit
{
    private const double Ridge = 30;
    private static readonly double[] Thresholds = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
    private static readonly ValueKind[] Kinds = Enum.GetValues<ValueKind>();

    private sealed record Reading(Article Article, List<ValueCandidate> Candidates, bool[] Right, string? Answer);

    /// <param name="Select">What whole answers come to under some weights.</param>
    private sealed record Example(ConflictCase Case, ValueQuestion? Question, List<Reading> Readings, Func<Func<ValueKind, double[]>, ClaimStatus?> Select);

    public static void Run(string path)
    {
        var cases = ConflictCase.Read(path);
        var examples = cases.ConvertAll(Of);
        var others = cases.ConvertAll(test => Of(test.WithDocumentsOfAnother(cases)));
        Console.WriteLine($"{examples.Count} cases, {examples.Count(example => example.Question is null)} that no one value answers");
        foreach (var group in examples.GroupBy(example => example.Question?.Kind))
        {
            var giving = group.SelectMany(example => example.Readings).Where(reading => reading.Answer is not null).ToList();
            Console.WriteLine($"  {group.Key?.ToString() ?? "none"}: {group.Count()} cases, {giving.Count} documents give an answer, found among the candidates of {giving.Count(reading => reading.Right.Contains(true))}");
        }

        double[][][] halves = [Fit([.. examples.Concat(others).Where(example => example.Case.Half == 1)]), Fit([.. examples.Concat(others).Where(example => example.Case.Half == 0)])];
        double[] Weights(Example example) => halves[example.Case.Half][(int)example.Question!.Kind];
        var known = examples.FindAll(example => example.Question is not null);
        PrintReadings(known, Weights);
        foreach (var threshold in Thresholds)
        {
            var conflicting = examples.FindAll(example => example.Case.IsConflicting);
            var agreeing = examples.SelectMany(example => example.Case.Agreeing.Select(agreeing => example with { Readings = [.. example.Readings.Where(reading => reading.Answer is null || string.Equals(reading.Answer, agreeing.Answers[0], StringComparison.OrdinalIgnoreCase))] })).ToList();
            bool IsContradicted(Example example) => example.Question is not null && Contradiction(example, Weights(example)) >= threshold;
            Console.WriteLine($"contradiction from {threshold}: conflicting {Share(conflicting, IsContradicted)}, made to agree {Share(agreeing, IsContradicted)} of {agreeing.Count}");
        }

        PrintAnswers("conflict", examples.FindAll(example => example.Case.IsConflicting), halves);
        PrintAnswers("are made to agree", [.. examples.Where(example => example.Case.IsConflicting).SelectMany(example => example.Case.Agreeing).Select(Of)], halves);
        PrintAnswers("are made to agree, without noise", [.. examples.Where(example => example.Case.IsConflicting).SelectMany(example => example.Case.Agreeing).Select(test => Of(test with { Documents = [.. test.Documents.Where(document => document.Answer is not null)] }))], halves);
        PrintAnswers("are another question's", others, halves);
        var all = Fit([.. examples, .. others]);
        Console.WriteLine($"# feature\t{string.Join('\t', Kinds)}");
        foreach (var (name, i) in ValueFeatures.Names.Select((name, i) => (name, i)))
        {
            Console.WriteLine($"{name}\t{string.Join('\t', all.Select(weights => weights[i].ToString("F2", CultureInfo.InvariantCulture)))}");
        }
    }

    private static void PrintAnswers(string name, List<Example> examples, double[][][] halves)
    {
        var counts = examples.CountBy(example => example.Select(kind => halves[example.Case.Half][(int)kind])?.ToString() ?? "none").OrderByDescending(count => count.Value);
        Console.WriteLine($"cross-validated, documents that {name}: {string.Join(", ", counts.Select(count => $"{count.Key} {(double)count.Value / examples.Count:F3}"))}");
    }

    private static void PrintReadings(List<Example> examples, Func<Example, double[]> weights)
    {
        foreach (var group in examples.GroupBy(example => example.Question!.Kind))
        {
            var read = group.SelectMany(example => example.Readings.Select(reading => (reading, ArticleValues.Of(reading.Article, reading.Candidates, weights(example)).Values))).ToList();
            var giving = read.FindAll(pair => pair.reading.Right.Contains(true));
            var none = read.FindAll(pair => pair.reading.Answer is null);
            bool IsFirst((Reading Reading, IReadOnlyList<ArticleValue> Values) pair) => pair.Reading.Right[pair.Reading.Candidates.IndexOf(pair.Values[0].Best)];
            Console.WriteLine($"  cross-validated, {group.Key}: right value first {Share(giving, IsFirst)}, its share {giving.Average(pair => pair.Values.Where(value => pair.reading.Right[pair.reading.Candidates.IndexOf(value.Best)]).Sum(value => value.Share)):F3}; where none is given, share of all values {none.Average(pair => pair.Values.Sum(value => value.Share)):F3}");
        }
    }

    private static string Share<T>(List<T> all, Func<T, bool> isIn) => $"{all.Average(one => isIn(one) ? 1.0 : 0):F3}";

    private static double Contradiction(Example example, double[] weights)
    {
        var read = example.Readings.ConvertAll(reading => ArticleValues.Of(reading.Article, reading.Candidates, weights));
        return read.SelectMany((one, i) => read.Skip(i + 1).Select(one.ContradictionWith)).DefaultIfEmpty().Max();
    }

    private static Example Of(ConflictCase test) => ConflictCase.WithIndex(test.Documents.Select(document => document.Text), index =>
    {
        var question = Question.Parse(test.Question);
        var found = new Retriever(index).Retrieve(question);
        var evidence = Evidence.Of(Claim.Of(question, found.TermIdf), found.Articles.Select(ranked => ranked.Article));
        var asked = ValueQuestion.Of(new FactQuestion(evidence.Claim));
        return new Example(test, asked, asked is null ? [] : [.. evidence.Sentences.GroupBy(sentence => sentence.Source).Select(sentences =>
        {
            var answer = test.Documents[int.Parse(sentences.Key.Id, CultureInfo.InvariantCulture)].Answer;
            var candidates = ArticleValues.Read(asked, evidence.Matcher, sentences);
            var values = answer is null ? [] : ValueFinder.Find(asked, Words.Of(answer, new TextSpan(0, answer.Length)));
            return new Reading(sentences.Key, candidates, [.. candidates.Select(candidate => values.Exists(value => value.Value.Agrees(candidate.Value)))], answer);
        })], weights => ValueAnswers.Select(evidence, found, weights)?.Verdict.Status);
    });

    /// <summary>For each kind, what all kinds share and what it has of its own, together.</summary>
    private static double[][] Fit(List<Example> examples)
    {
        var features = ValueFeatures.Names.Count;
        var fitted = SoftmaxFit.Fit([.. examples.Where(example => example.Question is not null).SelectMany(example => example.Readings
            .Where(reading => reading.Answer is null || reading.Right.Contains(true))
            .Select(reading => new SoftmaxFit.Choice(
                [.. reading.Candidates.Select(candidate => Spread(candidate.Features, example.Question!.Kind)), new double[features * (Kinds.Length + 1)]],
                [.. reading.Right, reading.Answer is null],
                1)))], features * (Kinds.Length + 1), Ridge);
        return [.. Kinds.Select(kind => Enumerable.Range(0, features).Select(i => fitted[i] + fitted[(features * (1 + (int)kind)) + i]).ToArray())];
    }

    private static double[] Spread(double[] values, ValueKind kind)
    {
        var spread = new double[values.Length * (Kinds.Length + 1)];
        values.CopyTo(spread, 0);
        values.CopyTo(spread, values.Length * (1 + (int)kind));
        return spread;
    }
}
