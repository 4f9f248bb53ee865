using System.Globalization;
using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Sqlite;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>A question of the news quiz.</summary>
/// <param name="Id">Starts with the week, as yyyyMMdd.</param>
/// <param name="AuthorLinks">The articles its author took it from.</param>
/// <param name="AnswerArticles">Those a web search found for it that hold the answer.</param>
internal sealed record QuizQuestion(
    string Id, string Text, DateOnly Date, string Answer, IReadOnlySet<string> AuthorLinks, IReadOnlySet<string> AnswerArticles)
{
    public string Week => Id.TrimStart('u')[..8];
}

/// <summary>A folder with articles.jsonl, questions.jsonl and unanswerable.jsonl.</summary>
internal sealed class Quiz(string folder)
{
    public static bool IsAt(string folder) => File.Exists(Path.Combine(folder, "articles.jsonl"));

    public IReadOnlyList<QuizQuestion> Questions { get; } = Read(Path.Combine(folder, "questions.jsonl"));

    public IReadOnlyList<QuizQuestion> Unanswerable { get; } = Read(Path.Combine(folder, "unanswerable.jsonl"));

    /// <summary>Over the articles, in a new folder under the temporary one.</summary>
    public SqliteIndex OpenIndex()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("briefingbot-quiz-").FullName, "index.db");
        new SqliteIndexer(path).UpdateAsync(new Corpus(Path.Combine(folder, "articles.jsonl"))).GetAwaiter().GetResult();
        return SqliteIndex.Open(path);
    }

    private static List<QuizQuestion> Read(string path) => [.. File.ReadLines(path).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new QuizQuestion(
            root.GetProperty("id").GetString()!,
            root.GetProperty("question").GetString()!,
            DateOnly.Parse(root.GetProperty("date").GetString()!, CultureInfo.InvariantCulture),
            root.GetProperty("answer").GetString()!,
            Ids(root, "authorLinks"),
            Ids(root, "answerArticles"));
    })];

    private static HashSet<string> Ids(JsonElement question, string name) =>
        question.TryGetProperty(name, out var ids) ? [.. ids.EnumerateArray().Select(id => id.GetString()!)] : [];
}
