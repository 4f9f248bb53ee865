using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Measures whether questions that the corpus answers are answered and others are not, without their dates.</summary>
internal static class AbstentionBenchmark
{
    public static int Run(string[] options)
    {
        if (options is not [var folder, .. var rest] || !Quiz.IsAt(folder))
        {
            Console.Error.WriteLine("usage: abstain DIR [--fit] [--mistakes] (a folder with articles.jsonl, questions.jsonl and unanswerable.jsonl)");
            return 2;
        }

        var quiz = new Quiz(folder);
        using var index = quiz.OpenIndex();
        var retriever = new Retriever(index);
        var answerable = quiz.Questions.Select(question => Judge(retriever, question)).ToList();
        var others = quiz.Unanswerable.Select(question => Judge(retriever, question)).ToList();
        Print("with a known article", [.. answerable.Where(judged => IsKnown(judged.Question))], others);
        Print("asked that year", answerable, others);
        if (rest.Contains("--mistakes"))
            PrintMistakes([.. answerable.Where(judged => IsKnown(judged.Question) && !judged.Found.IsAnswered), .. others.Where(judged => judged.Found.IsAnswered)]);
        if (rest.Contains("--fit"))
            AbstentionFit.Run(quiz, retriever);
        return 0;
    }

    /// <summary>Whether an article that answers it is known to be in the corpus; for some questions none may be.</summary>
    public static bool IsKnown(QuizQuestion question) => question.AuthorLinks.Count + question.AnswerArticles.Count > 0;

    private static (QuizQuestion Question, Answerability Found) Judge(Retriever retriever, QuizQuestion question) =>
        (question, retriever.Retrieve(Question.Parse(question.Text)).Answerability);

    private static void Print(
        string name, List<(QuizQuestion Question, Answerability Found)> answerable, List<(QuizQuestion Question, Answerability Found)> others)
    {
        var answered = answerable.Average(judged => judged.Found.IsAnswered ? 1.0 : 0);
        var abstained = others.Average(judged => judged.Found.IsAnswered ? 0.0 : 1);
        Console.WriteLine(
            $"{name}: answered {answered:F3} of {answerable.Count}, abstained on {abstained:F3} of {others.Count} others, balanced accuracy {(answered + abstained) / 2:F3}");
    }

    private static void PrintMistakes(List<(QuizQuestion Question, Answerability Found)> mistakes)
    {
        foreach (var (question, found) in mistakes)
            Console.WriteLine($"{(found.IsAnswered ? "answered " : "abstained")} {found.Confidence:F2} {question.Text} [{string.Join(", ", found.Missing)}]");
    }
}
