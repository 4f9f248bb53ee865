using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Measures whether questions that the corpus answers are answered and others are not, without their dates.</summary>
internal static class AbstentionBenchmark
{
    public static int Run(string[] options)
    {
        if (options is not [var folder, .. var rest] || !Quiz.IsAt(folder))
        {
            Console.Error.WriteLine("usage: abstain DIR [--fit] (a folder with articles.jsonl, questions.jsonl and unanswerable.jsonl)");
            return 2;
        }

        var quiz = new Quiz(folder);
        using var index = quiz.OpenIndex();
        var retriever = new Retriever(index);
        var answered = Share(quiz.Questions, retriever);
        var abstained = 1 - Share(quiz.Unanswerable, retriever);
        Console.WriteLine($"answered {answered:F3} of {quiz.Questions.Count} that the corpus answers; abstained on {abstained:F3} of {quiz.Unanswerable.Count} others");
        Console.WriteLine($"balanced accuracy {(answered + abstained) / 2:F3}");
        return 0;
    }

    private static double Share(IReadOnlyList<QuizQuestion> questions, Retriever retriever) =>
        questions.Average(question => retriever.Retrieve(Question.Parse(question.Text)).Answerability.IsAnswered ? 1.0 : 0);
}
