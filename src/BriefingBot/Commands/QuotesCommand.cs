using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Terminal;
using Spectre.Console;

namespace BriefingBot.Commands;

/// <summary><c>quotes</c>: who said what in one article.</summary>
internal static class QuotesCommand
{
    // Longer than any article; about a minute's reading.
    private const int LongestInChars = 2_000_000;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "One article." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("quotes", "List who said what in one article.") { file, json };
        command.SetAction(parsed =>
        {
            var reader = new AttributionReader();
            var articles = Read(parsed.GetValue(file)!);
            if (parsed.GetValue(json))
            {
                Write(articles, reader);
            }
            else
            {
                Print(articles, reader);
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static List<Article> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CorpusException(Directory.Exists(path) ? $"{path}: is a folder; name one file in it" : $"{path}: no such file; name one that holds an article");
        }

        var results = Corpus.Read(new Corpus(path).Files()[0]).ToList();
        List<Article> articles = [.. results.OfType<ReadArticle>().Select(result => result.Article)];
        var problems = results.OfType<ReadProblem>().Select(problem => Plain.Line(problem.Message)).ToList();
        if (articles.Count == 0)
        {
            throw new CorpusException(problems.FirstOrDefault($"{path}: holds no article; name a file that does"));
        }

        if (articles.Find(article => article.Text.Length > LongestInChars) is { } endless)
        {
            throw new CorpusException(string.Create(CultureInfo.InvariantCulture, $"{path}: has {endless.Text.Length:N0} characters, the most is {LongestInChars:N0}; split it into articles"));
        }

        problems.ForEach(Console.Error.WriteLine);
        return articles;
    }

    private static void Print(List<Article> articles, AttributionReader reader)
    {
        foreach (var article in articles)
        {
            var attributions = reader.Read(article);
            Output.Console.MarkupLine($"[bold]{Safe(article.Title.Length > 0 ? article.Title : article.Id)}[/] [grey]{attributions.Count} statements[/]");
            foreach (var (attribution, factuality) in attributions.Zip(FactualityReader.Read(article, attributions)))
            {
                var name = (attribution.SpeakerName ?? attribution.Speaker) is { } span ? article.Text[span.Start..span.End] : "nobody named";
                var level = factuality != Factuality.Asserted ? $" [grey]({ClaimWords.Of(factuality)})[/]" : "";
                Output.Console.MarkupLine($"  [bold]{Safe(name)}[/] [grey]{Safe(article.Text[attribution.Cue.Start..attribution.Cue.End])}[/] {Safe(Content(article, attribution))}{level}");
            }
        }
    }

    private static void Write(List<Article> articles, AttributionReader reader)
    {
        using var stream = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stream, AnswerJson.Indented))
        {
            QuotedStatement.Write(json, [.. articles.SelectMany(article => QuotedStatement.Of(article, reader))]);
        }

        stream.WriteByte((byte)'\n');
    }

    private static string Content(Article article, Attribution attribution) =>
        string.Join(" … ", attribution.Content.Select(span => article.Text[span.Start..span.End]));

    private static string Safe(string text) => Markup.Escape(Plain.Line(text));
}
