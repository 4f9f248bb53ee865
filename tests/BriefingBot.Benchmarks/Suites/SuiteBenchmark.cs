using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Benchmarks.Quizzes;

namespace BriefingBot.Benchmarks.Suites;

/// <summary>Makes a suite for <c>briefingbot eval</c> of a news quiz: what its author took each question from must be cited, and what no article answers must not be answered.</summary>
internal static class SuiteBenchmark
{
    private const int MostCases = 1000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static int Run(string[] options)
    {
        if (options is not [var folder, "--out", var file] || !Quiz.IsAt(folder))
        {
            Console.Error.WriteLine("usage: suite DIR --out F.jsonl (a folder with articles.jsonl, questions.jsonl and unanswerable.jsonl)");
            return 2;
        }

        var quiz = new Quiz(folder);
        var cases = quiz.Questions.Select(Answerable).Concat(quiz.Unanswerable.Select(Unanswerable)).Take(MostCases).Select(one => JsonSerializer.Serialize(one, Json)).ToList();
        var head = JsonSerializer.Serialize(new { name = "News quiz", corpus = Path.GetFullPath(Path.Combine(folder, "articles.jsonl")) }, Json);
        File.WriteAllLines(file, [head, .. cases]);
        Console.WriteLine($"{cases.Count} cases written to {file}; run briefingbot eval {file}");
        return 0;
    }

    private static object Answerable(QuizQuestion question) => new
    {
        id = question.Id,
        ask = question.Text,
        date = question.Date.ToString("yyyy-MM-dd"),
        sources = question.AuthorLinks.Union(question.AnswerArticles).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } sources ? sources : null,
        tags = new[] { "answerable" },
    };

    // Their dates would give away that nothing of their day is there.
    private static object Unanswerable(QuizQuestion question) => new
    {
        id = question.Id,
        ask = question.Text,
        notInCorpus = true,
        tags = new[] { "unanswerable" },
    };
}
