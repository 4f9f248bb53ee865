using BriefingBot.Retrieval;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Fits the weights of Retrieval/Data/ranking.tsv, and says what weights fitted on other weeks reach.</summary>
internal static class RankingFit
{
    private const int Folds = 5;
    private const double Ridge = 60;

    // A question with both kinds would count twice; the more general kind leads.
    private const double AuthorLinkWeight = 0.5;

    public static void Run(Quiz quiz, IPassageIndex index)
    {
        var found = quiz.Questions.Select(question => (Question: question, Articles: Find(index, question))).ToList();
        var weeks = quiz.Questions.Select(question => question.Week).Distinct().Order().ToList();
        int Fold(QuizQuestion question) => weeks.IndexOf(question.Week) % Folds;

        var weights = Enumerable.Range(0, Folds)
            .Select(fold => Fit(found.Where(pair => Fold(pair.Question) != fold))).ToList();
        foreach (var (name, wanted) in Measures)
        {
            var figures = RankingFigures.Of([.. found.Where(pair => wanted(pair.Question).Count > 0).Select(pair => (
                (IReadOnlyList<string>)[.. pair.Articles.OrderByDescending(article => article.Features.Score(weights[Fold(pair.Question)])).Select(article => article.Id)],
                wanted(pair.Question)))]);
            Console.WriteLine($"cross-validated {name,-15} {figures}");
        }

        var all = Fit(found);
        for (var i = 0; i < ArticleFeatures.Count; i++)
            Console.WriteLine($"{ArticleFeatures.Names[i]}\t{all[i]:F2}");
    }

    private static (string Name, Func<QuizQuestion, IReadOnlySet<string>> Wanted)[] Measures =>
        [("authorLinks", question => question.AuthorLinks), ("answerArticles", question => question.AnswerArticles)];

    private static List<(string Id, ArticleFeatures Features)> Find(IPassageIndex index, QuizQuestion quizQuestion)
    {
        var question = Question.Parse(quizQuestion.Text, quizQuestion.Date);
        return [.. new Retriever(index).Rank(question, RetrievalOptions.Default).Scans.Select(scan => (scan.Scan.Article.Id, scan.Features))];
    }

    private static double[] Fit(IEnumerable<(QuizQuestion Question, List<(string Id, ArticleFeatures Features)> Articles)> questions)
    {
        List<SoftmaxFit.Choice> choices = [];
        foreach (var (question, articles) in questions)
        {
            foreach (var (name, wanted) in Measures)
            {
                bool[] right = [.. articles.Select(article => wanted(question).Contains(article.Id))];
                if (right.Contains(true))
                    choices.Add(new SoftmaxFit.Choice([.. articles.Select(article => ((ReadOnlySpan<double>)article.Features).ToArray())], right, name == "authorLinks" ? AuthorLinkWeight : 1));
            }
        }

        return SoftmaxFit.Fit(choices, ArticleFeatures.Count, Ridge);
    }
}
