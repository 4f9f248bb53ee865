using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Fits the weights of Retrieval/Data/answerability.tsv, and says what weights fitted on other weeks reach.</summary>
internal static class AbstentionFit
{
    private const int Folds = 5;
    private const int Steps = 4000;
    private const double Rate = 2;

    private sealed record Example(string Week, double[] Features, bool Answered, bool Misses);

    public static void Run(Quiz quiz, Retriever retriever)
    {
        List<Example> examples =
        [
            .. quiz.Questions.Where(AbstentionBenchmark.IsKnown).Select(question => Of(retriever, question, answered: true)),
            .. quiz.Unanswerable.Select(question => Of(retriever, question, answered: false)),
        ];
        var weeks = examples.Select(example => example.Week).Distinct().Order().ToList();
        int Fold(Example example) => weeks.IndexOf(example.Week) % Folds;

        var weights = Enumerable.Range(0, Folds).Select(fold => Fit([.. examples.Where(example => Fold(example) != fold)])).ToList();
        bool IsAnswered(Example example) => !example.Misses && Dot(weights[Fold(example)], example.Features) >= 0;
        var answered = examples.Where(example => example.Answered).Average(example => IsAnswered(example) ? 1.0 : 0);
        var abstained = examples.Where(example => !example.Answered).Average(example => IsAnswered(example) ? 0.0 : 1);
        Console.WriteLine($"cross-validated: answered {answered:F3}, abstained {abstained:F3}, balanced accuracy {(answered + abstained) / 2:F3}");

        var all = Fit(examples);
        for (var i = 0; i < all.Length; i++)
            Console.WriteLine($"{AnswerabilityRules.Names[i]}\t{all[i]:F2}");
    }

    private static Example Of(Retriever retriever, QuizQuestion quizQuestion, bool answered)
    {
        var (query, scans, _, _) = retriever.Rank(Question.Parse(quizQuestion.Text), RetrievalOptions.Default);
        return new Example(
            quizQuestion.Week, AnswerabilityRules.Features(query, scans), answered, AnswerabilityRules.Judge(query, scans).Missing.Count > 0);
    }

    /// <summary>Logistic regression by gradient descent; both classes count the same, and what misses a name or number is left out.</summary>
    private static double[] Fit(List<Example> examples)
    {
        examples = [.. examples.Where(example => !example.Misses)];
        var share = examples.Average(example => example.Answered ? 1.0 : 0);
        var weights = new double[examples[0].Features.Length];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[weights.Length];
            foreach (var example in examples)
            {
                var chance = 1 / (1 + Math.Exp(-Dot(weights, example.Features)));
                var error = example.Answered ? (chance - 1) / share : chance / (1 - share);
                for (var i = 0; i < weights.Length; i++)
                    gradient[i] += error * example.Features[i] / (2 * examples.Count);
            }

            for (var i = 0; i < weights.Length; i++)
                weights[i] -= Rate * gradient[i];
        }

        return weights;
    }

    private static double Dot(double[] weights, double[] features) => weights.Zip(features, (weight, value) => weight * value).Sum();
}
