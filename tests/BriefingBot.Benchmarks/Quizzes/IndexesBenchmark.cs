using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Asks every index that the build has the same questions, and tells how far the others agree with the first.</summary>
internal static class IndexesBenchmark
{
    private const int First = 10;

    /// <param name="Articles">The first ids, best first.</param>
    /// <param name="Status">Null where the corpus does not answer.</param>
    private sealed record Result(IReadOnlyList<string> Articles, string? Status);

    public static int Run(string[] options)
    {
        if (options is not [var folder] || !Quiz.IsAt(folder))
        {
            Console.Error.WriteLine("usage: indexes DIR (a folder with articles.jsonl, questions.jsonl and unanswerable.jsonl)");
            return 2;
        }

        var quiz = new Quiz(folder);
        List<QuizQuestion> questions = [.. quiz.Questions, .. quiz.Unanswerable];
        var data = Directory.CreateTempSubdirectory("briefingbot-indexes-").FullName;
        try
        {
            var corpus = new Corpus(Path.Combine(folder, "articles.jsonl"));
            var results = BuiltIndexes.Kinds.Select(kind => (Kind: kind, Results: Ask(kind, Path.Combine(data, kind), corpus, questions))).ToList();
            foreach (var (kind, other) in results.Skip(1))
                Print(results[0].Kind, results[0].Results, kind, other);
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static List<Result> Ask(string kind, string folder, Corpus corpus, List<QuizQuestion> questions)
    {
        var indexer = BuiltIndexes.Indexer(kind, folder);
        indexer.UpdateAsync(corpus).GetAwaiter().GetResult();
        using var index = indexer.Open();
        var results = Ask(index, questions);
        BuiltIndexes.Remove(kind, folder);
        return results;
    }

    private static List<Result> Ask(IPassageIndex index, List<QuizQuestion> questions)
    {
        var (retriever, answerer) = (new Retriever(index), new Answerer(index));
        List<Result> results = [];
        foreach (var question in questions)
        {
            var found = retriever.Retrieve(Question.Parse(question.Text, question.Date)).Articles.Take(First).Select(article => article.Article.Id);
            var answer = answerer.AskAsync(question.Text, new AskOptions { Asked = question.Date }).GetAwaiter().GetResult();
            results.Add(new Result([.. found], answer.Reply == Reply.Answered ? answer.Status.ToString() : null));
        }

        return results;
    }

    private static void Print(string first, List<Result> expected, string kind, List<Result> results)
    {
        var pairs = expected.Zip(results).ToList();
        Console.WriteLine(
            $"{kind} and {first}: of the first {First} articles {pairs.Average(Overlap):P1} are the same, in the same order in {pairs.Average(IsSameOrder):P1} of {pairs.Count} questions; "
            + $"the same status in {pairs.Average(IsSameStatus):P1}");
    }

    private static double Overlap((Result Expected, Result Found) pair) =>
        pair.Expected.Articles.Count == 0 ? pair.Found.Articles.Count == 0 ? 1 : 0
        : (double)pair.Expected.Articles.Intersect(pair.Found.Articles).Count() / pair.Expected.Articles.Count;

    private static double IsSameOrder((Result Expected, Result Found) pair) => pair.Expected.Articles.SequenceEqual(pair.Found.Articles) ? 1 : 0;

    private static double IsSameStatus((Result Expected, Result Found) pair) => pair.Expected.Status == pair.Found.Status ? 1 : 0;
}
