using System.CommandLine;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Retrieval;
using BriefingBot.Terminal;
using Spectre.Console;

namespace BriefingBot.Commands;

/// <summary><c>search</c>: the articles that fit a question best, each once.</summary>
internal static class SearchCommand
{
    private const int DefaultTop = 10;
    private const int MostTop = 60;

    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var filter = new FilterOptions();
        var question = new Argument<string?>("QUESTION") { Description = "What to look for.", Arity = ArgumentArity.ZeroOrOne };
        var top = new Option<int>("--top") { Description = $"How many articles, from 1 to {MostTop}.", HelpName = "N", DefaultValueFactory = _ => DefaultTop };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var queries = new Option<string?>("--queries") { Description = "JSON lines with id, question and, if it matters, date.", HelpName = "IN.jsonl" };
        var output = new Option<string?>("--out") { Description = "Where the hits of --queries go, a JSON line each.", HelpName = "OUT.jsonl" };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostTop)
            {
                result.AddError($"--top takes a number from 1 to {MostTop}.");
            }
        });
        var command = new Command("search", "Find articles.") { question, top, json, queries, output };
        corpus.AddTo(command);
        filter.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var lines = QuestionLines.From(parsed.GetValue(queries), parsed.GetValue(output), parsed.GetValue(question));
            using var index = await OpenedIndex.OpenAsync(corpus.Settings(parsed), cancellation);
            var retriever = new Retriever(index);
            var options = new RetrievalOptions { Filter = filter.Filter(parsed) };
            var most = parsed.GetValue(top);
            if (lines is not null)
            {
                return await lines.WriteAsync((writer, line) =>
                {
                    Write(writer, line.Id, Find(retriever, Parse(line.Question, line.Date), options, most));
                    return Task.CompletedTask;
                });
            }

            Print(Find(retriever, Parse(parsed.GetValue(question)!, null), options, most), parsed.GetValue(json));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Question Parse(string text, DateOnly? date) => Question.Parse(text, date) is { IsEmpty: false } question ? question
        : throw new QuestionException("the question holds no word to search for; name what it is about");

    private static IEnumerable<RankedArticle> Find(Retriever retriever, Question question, RetrievalOptions options, int top) =>
        retriever.Retrieve(question, options).Articles.Take(top);

    private static void Print(IEnumerable<RankedArticle> hits, bool json)
    {
        if (!json)
        {
            foreach (var (hit, rank) in hits.Select((hit, i) => (hit, i + 1)))
            {
                Output.Console.MarkupLine($"[bold]{rank,2}[/] {Markup.Escape(Plain.Line(hit.Article.Title))} [grey]{hit.Article.Provenance.Published?.ToString("yyyy-MM-dd") ?? "date unknown"} · {Markup.Escape(Plain.Line(hit.Article.Id))} · {hit.Score:0.00}[/]");
            }

            return;
        }

        using var stream = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stream, AnswerJson.Indented))
        {
            Write(writer, null, hits);
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, string? id, IEnumerable<RankedArticle> hits)
    {
        json.WriteStartObject();
        if (id is not null)
        {
            json.WriteString("id", id);
        }

        json.WriteStartArray("hits");
        foreach (var hit in hits)
        {
            json.WriteStartObject();
            json.WriteString("articleId", hit.Article.Id);
            json.WriteNumber("score", Math.Round(hit.Score, 4));
            if (hit.Best is { } span)
            {
                json.WriteStartObject("span");
                json.WriteNumber("start", span.Start);
                json.WriteNumber("end", span.End);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("span");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
