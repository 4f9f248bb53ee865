using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Sqlite;
using BriefingBot.Terminal;
using Spectre.Console;

namespace BriefingBot.Tests.Languages;

/// <summary>
/// Questions in other languages over invented articles in them: questions.tsv says what the answer must be, answers.txt has the
/// answers as a reader sees them. Run with BRIEFINGBOT_APPROVE=1 to write answers.txt anew, and read the difference.
/// </summary>
public sealed class LanguageAnswerTests
{
    private static readonly string Folder = Path.Combine(Cli.Top, "tests", "BriefingBot.Tests", "Languages");

    [Theory]
    [InlineData("uk")]
    [InlineData("ru")]
    [InlineData("ko")]
    [InlineData("other")]
    public async Task Questions_have_their_status_and_quote(string language)
    {
        List<string> wrong = [];
        foreach (var (question, answer) in await AskAsync(language))
        {
            var status = answer.Status is { } given ? ClaimWords.Of(given) : "not-in-corpus";
            if (status != question.Status || !(question.Words.Length == 0 || answer.Citations.Any(citation => citation.Quote.Text.Contains(question.Words, StringComparison.Ordinal))))
                wrong.Add($"{question.Text} {question.AsOf}: {question.Status} “{question.Words}”, but {status} {answer.Text}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("ru")]
    [InlineData("ko")]
    [InlineData("other")]
    public async Task Answers_are_the_approved_ones(string language)
    {
        var file = Path.Combine(Folder, language, "answers.txt");
        var answers = string.Join('\n', (await AskAsync(language)).Select(pair => $"{pair.Question.Text}{(pair.Question.AsOf is { } day ? $" [as of {day:yyyy-MM-dd}]" : "")}\n\n{Render(pair.Answer)}\n"));
        if (Environment.GetEnvironmentVariable("BRIEFINGBOT_APPROVE") == "1")
            await File.WriteAllTextAsync(file, answers, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), answers);
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("ru")]
    [InlineData("ko")]
    [InlineData("other")]
    public async Task Every_quote_stands_in_its_article(string language) =>
        Assert.All((await AskAsync(language)).SelectMany(pair => pair.Answer.Citations), citation =>
            Assert.Equal(citation.Quote.Text, citation.Quote.Source.Text[citation.Quote.Span.Start..citation.Quote.Span.End]));

    private static async Task<List<(AskedQuestion Question, Answer Answer)>> AskAsync(string language)
    {
        using var data = new TestFolder();
        var corpus = new Corpus(Path.Combine(Folder, language, "articles"));
        var path = SqliteIndex.PathOf(data.Path, corpus);
        await new SqliteIndexer(path).UpdateAsync(corpus);
        using var index = SqliteIndex.Open(path);
        List<(AskedQuestion, Answer)> answers = [];
        foreach (var question in Questions(language))
        {
            var answer = await new Answerer(index).AskAsync(question.Text, new AskOptions { AsOf = question.AsOf }, TestContext.Current.CancellationToken);
            answers.Add((question, answer with { Elapsed = TimeSpan.Zero }));
        }

        return answers;
    }

    private static IEnumerable<AskedQuestion> Questions(string language) =>
        File.ReadAllLines(Path.Combine(Folder, language, "questions.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(fields => new AskedQuestion(fields[0], fields[1].Length == 0 ? null : DateOnly.Parse(fields[1]), fields[2], fields.Length > 3 ? fields[3] : ""));

    private static string Render(Answer answer)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 100_000;
        AnswerView.Show(console, answer);
        return string.Join('\n', text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }

    private sealed record AskedQuestion(string Text, DateOnly? AsOf, string Status, string Words);
}
