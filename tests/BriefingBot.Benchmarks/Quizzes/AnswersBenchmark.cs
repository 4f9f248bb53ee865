using System.Text;
using BriefingBot.Answers;

namespace BriefingBot.Benchmarks.Quizzes;

/// <summary>Measures whole answers: whether the right words stand in a quote, whether every quote is its article's text, and when it abstains.</summary>
internal static class AnswersBenchmark
{
    // Shorter answers stand in any text by chance.
    private const int ShortestAnswerInChars = 4;

    public static int Run(string[] options)
    {
        if (options is not [var folder, .. var rest] || !Quiz.IsAt(folder))
        {
            Console.Error.WriteLine("usage: answers DIR [--misses FILE] (a folder with articles.jsonl, questions.jsonl and unanswerable.jsonl)");
            return 2;
        }

        var quiz = new Quiz(folder);
        using var index = quiz.OpenIndex();
        if (rest is ["--fit"])
        {
            AnswersFit.Run(quiz, index);
            return 0;
        }

        var answerer = new Answerer(index);
        var dated = Ask(answerer, quiz.Questions, isDated: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var undated = Ask(answerer, quiz.Questions, isDated: false);
        var cpuEach = (Environment.CpuUsage.TotalTime - cpu) / quiz.Questions.Count;
        var others = Ask(answerer, quiz.Unanswerable, isDated: false);
        Print($"with an answer of {ShortestAnswerInChars} characters or more", dated, undated);
        Print("of those, with a known article", [.. dated.Where(IsKnown)], [.. undated.Where(IsKnown)]);
        PrintAbstention("with a known article", [.. undated.Where(IsKnown)], others);
        PrintAbstention("all", undated, others);
        var quotes = dated.Concat(undated).Concat(others).SelectMany(pair => pair.Answer.Citations).ToList();
        Console.WriteLine($"{quotes.Count} quotes, {quotes.Count(IsVerbatim)} word for word; {quotes.Average(citation => citation.Quote.Span.Length):F0} characters on average");
        var times = undated.Select(pair => pair.Answer.Elapsed.TotalMilliseconds).Order().ToList();
        Console.WriteLine($"a question: p50 {times[times.Count / 2]:F1} ms, p99 {times[times.Count * 99 / 100]:F1} ms, {cpuEach.TotalMilliseconds:F1} ms of processor");
        foreach (var group in dated.GroupBy(pair => pair.Answer.Status))
        {
            Console.WriteLine($"  {group.Key?.ToString() ?? "NotInCorpus"}: {group.Count()}");
        }

        if (rest is ["--misses", var file])
        {
            File.WriteAllLines(file, dated.Where(pair => IsLong(pair) && !IsHit(pair)).Select(Describe));
        }

        return 0;
    }

    private static void Print(string name, List<(QuizQuestion Question, Answer Answer)> dated, List<(QuizQuestion Question, Answer Answer)> undated) =>
        Console.WriteLine($"answer inside a quote, {name}: dated {Hits(dated):F3}, undated {Hits(undated):F3} of {dated.Count(IsLong)}");

    private static void PrintAbstention(string name, List<(QuizQuestion Question, Answer Answer)> undated, List<(QuizQuestion Question, Answer Answer)> others)
    {
        var answered = undated.Average(pair => pair.Answer.Reply == Reply.Answered ? 1.0 : 0);
        var abstained = others.Average(pair => pair.Answer.Reply == Reply.NotInCorpus ? 1.0 : 0);
        Console.WriteLine($"undated, {name}: answered {answered:F3} of {undated.Count}, abstained on {abstained:F3} of {others.Count} others; balanced accuracy {(answered + abstained) / 2:F3}");
    }

    private static bool IsKnown((QuizQuestion Question, Answer Answer) pair) => AbstentionBenchmark.IsKnown(pair.Question);

    private static List<(QuizQuestion Question, Answer Answer)> Ask(Answerer answerer, IReadOnlyList<QuizQuestion> questions, bool isDated) =>
        [.. questions.Select(question => (question, answerer.AskAsync(question.Text, new AskOptions { Asked = isDated ? question.Date : null }).GetAwaiter().GetResult()))];

    private static double Hits(List<(QuizQuestion Question, Answer Answer)> answers) => answers.Where(IsLong).Average(pair => IsHit(pair) ? 1.0 : 0);

    public static bool IsLong(QuizQuestion question) => Normal(question.Answer).Trim().Length >= ShortestAnswerInChars;

    private static bool IsLong((QuizQuestion Question, Answer Answer) pair) => IsLong(pair.Question);

    private static bool IsHit((QuizQuestion Question, Answer Answer) pair) =>
        pair.Answer.Citations.Any(citation => Holds(citation.Quote.Text, pair.Question.Answer));

    /// <summary>Whether the answer's words stand in the text, letters and digits alone counting.</summary>
    public static bool Holds(string text, string answer) => Normal(text).Contains(Normal(answer), StringComparison.Ordinal);

    private static bool IsVerbatim(Citation citation) =>
        citation.Quote.Source.Text.AsSpan(citation.Quote.Span.Start, citation.Quote.Span.Length).SequenceEqual(citation.Quote.Text);

    /// <summary>Lower case, words apart by one space, with a space at both ends.</summary>
    private static string Normal(string text)
    {
        var normal = new StringBuilder(" ", text.Length + 2);
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                normal.Append(c);
            }
            else if (normal[^1] != ' ')
            {
                normal.Append(' ');
            }
        }

        return normal[^1] == ' ' ? normal.ToString() : normal.Append(' ').ToString();
    }

    private static string Describe((QuizQuestion Question, Answer Answer) pair) =>
        $"{pair.Question.Id} {pair.Question.Text} = {pair.Question.Answer}\n    {pair.Answer.Status}: {string.Join("\n    ", pair.Answer.Citations.Select(citation => $"{citation.Quote.Source.Id} {citation.Quote.Text}"))}";
}
