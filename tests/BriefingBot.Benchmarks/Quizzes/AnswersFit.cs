using BriefingBot.Answers;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Fits the weights of Answers/Data/facts.tsv, and says what weights fitted on other weeks reach.</summary>
internal static class AnswersFit
{
    private const int Folds = 5;
    private const int Articles = 12;
    private const double Ridge = 20;

    private sealed record Example(QuizQuestion Question, List<FactCandidate> Candidates, bool[] Right, bool InArticle, bool IsAnswered);

    public static void Run(Quiz quiz, IPassageIndex index)
    {
        var retriever = new Retriever(index);
        var examples = quiz.Questions.Where(AnswersBenchmark.IsLong).Select(question => Of(retriever, question)).ToList();
        var weeks = examples.Select(example => example.Question.Week).Distinct().Order().ToList();
        int Fold(Example example) => weeks.IndexOf(example.Question.Week) % Folds;
        var weights = Enumerable.Range(0, Folds).Select(fold => Fit(examples.Where(example => Fold(example) != fold))).ToList();
        Print("all", examples, example => weights[Fold(example)]);
        Print("with a known article", [.. examples.Where(example => AbstentionBenchmark.IsKnown(example.Question))], example => weights[Fold(example)]);
        var all = Fit(examples);
        for (var i = 0; i < all.Length; i++)
            Console.WriteLine($"{FactFeatures.Names[i]}\t{all[i]:F2}");
    }

    private static void Print(string name, List<Example> examples, Func<Example, double[]> weights)
    {
        var picks = examples.SelectMany(example => FactPicks.Pick(example.Candidates, weights(example))).ToList();
        Console.WriteLine($"{name} ({examples.Count}): answered {Share(examples, example => example.IsAnswered)}, answer in the first {Articles} articles {Share(examples, example => example.InArticle)}, in a sentence measured {Share(examples, example => example.Right.Contains(true))}");
        Console.WriteLine($"  cross-validated: in a quote {Share(examples, example => IsHit(example, weights(example)))}, and answered {Share(examples, example => example.IsAnswered && IsHit(example, weights(example)))}; {(double)picks.Count / examples.Count:F1} quotes of {picks.Average(pick => pick.Span.Length):F0} characters");
    }

    private static string Share(List<Example> examples, Func<Example, bool> isIn) => $"{examples.Average(example => isIn(example) ? 1.0 : 0):F3}";

    private static bool IsHit(Example example, double[] weights) => FactPicks.Pick(example.Candidates, weights)
        .Exists(pick => AnswersBenchmark.Holds(pick.Best.Sentence.Source.Text[pick.Span.Start..pick.Span.End], example.Question.Answer));

    private static Example Of(Retriever retriever, QuizQuestion quizQuestion)
    {
        var question = Question.Parse(quizQuestion.Text, quizQuestion.Date);
        var found = retriever.Retrieve(question);
        var evidence = Evidence.Of(Claim.Of(question, found.TermIdf), found.Articles.Take(Articles).Select(ranked => ranked.Article));
        var candidates = FactReader.Read(evidence, new FactQuestion(evidence.Claim), found);
        return new Example(
            quizQuestion,
            candidates,
            [.. candidates.Select(candidate => AnswersBenchmark.Holds(candidate.Sentence.Source.Text[candidate.Sentence.Span.Start..candidate.Sentence.Span.End], quizQuestion.Answer))],
            evidence.Sentences.Any(sentence => AnswersBenchmark.Holds(sentence.Source.Text[sentence.Span.Start..sentence.Span.End], quizQuestion.Answer)),
            found.Answerability.IsAnswered);
    }

    private static double[] Fit(IEnumerable<Example> examples) => SoftmaxFit.Fit(
        [.. examples.Where(example => example.Right.Contains(true)).Select(example => new SoftmaxFit.Choice(
            [.. example.Candidates.Select(candidate => candidate.Features)], example.Right, 1))],
        FactFeatures.Names.Count,
        Ridge);
}
