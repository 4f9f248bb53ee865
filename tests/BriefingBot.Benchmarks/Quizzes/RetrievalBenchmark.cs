using System.Diagnostics;
using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Measures the ranking of articles, and of passages by whether they hold the answer, on dated quiz questions.</summary>
internal static class RetrievalBenchmark
{
    private const int ShortestAnswerInChars = 4;

    public static int Run(string[] options)
    {
        if (options is not [var folder, .. var rest] || !Quiz.IsAt(folder))
        {
            Console.Error.WriteLine("usage: retrieval DIR [--fit] (a folder with articles.jsonl and questions.jsonl)");
            return 2;
        }

        var quiz = new Quiz(folder);
        using var index = quiz.OpenIndex();
        Measure(quiz, new Retriever(index));
        if (rest is ["--fit"])
            RankingFit.Run(quiz, index);
        return 0;
    }

    private static void Measure(Quiz quiz, Retriever retriever)
    {
        List<(QuizQuestion Question, Retrieved Found)> answers = [];
        List<double> milliseconds = [];
        foreach (var question in quiz.Questions.Concat(quiz.Questions))
        {
            var watch = Stopwatch.StartNew();
            var found = retriever.Retrieve(Question.Parse(question.Text, question.Date));
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
            if (milliseconds.Count <= quiz.Questions.Count)
                answers.Add((question, found));
        }

        Console.WriteLine($"authorLinks     {Figures(answers, question => question.AuthorLinks)}");
        Console.WriteLine($"answerArticles  {Figures(answers, question => question.AnswerArticles)}");
        foreach (var most in new[] { 1, 3, 5, 10 })
            Console.WriteLine($"answer in the first {most} passages: {AnswerShare(answers, most):F3}");
        var warm = milliseconds.Skip(quiz.Questions.Count).Order().ToList();
        Console.WriteLine($"warm, index and ranking: p50 {warm[warm.Count / 2]:F1} ms, p99 {warm[warm.Count * 99 / 100]:F1} ms");
    }

    private static RankingFigures Figures(List<(QuizQuestion Question, Retrieved Found)> answers, Func<QuizQuestion, IReadOnlySet<string>> wanted) =>
        RankingFigures.Of([.. answers.Where(answer => wanted(answer.Question).Count > 0)
            .Select(answer => ((IReadOnlyList<string>)[.. answer.Found.Articles.Select(article => article.Article.Id)], wanted(answer.Question)))]);

    private static double AnswerShare(List<(QuizQuestion Question, Retrieved Found)> answers, int most)
    {
        var asked = answers.Where(answer => answer.Question.Answer.Length >= ShortestAnswerInChars && answer.Question.AnswerArticles.Count > 0).ToList();
        return (double)asked.Count(answer => answer.Found.Passages.Take(most).Any(passage => Holds(passage, answer.Question.Answer))) / asked.Count;
    }

    private static bool Holds(RankedPassage passage, string answer) =>
        passage.Passage.Text.Contains(answer.Trim('"', '“', '”', '.'), StringComparison.OrdinalIgnoreCase);
}
