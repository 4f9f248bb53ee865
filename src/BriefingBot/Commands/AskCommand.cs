using System.CommandLine;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary><c>ask</c>: one question, or a file of them.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var filter = new FilterOptions();
        var model = new ModelOption();
        var question = new Argument<string?>("QUESTION") { Description = "A question or a claim.", Arity = ArgumentArity.ZeroOrOne };
        var asOf = DayOption.Create("--as-of", "Answer as if nothing later were known.");
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var questions = new Option<string?>("--questions") { Description = "JSON lines with id, question and, if it matters, date.", HelpName = "IN.jsonl" };
        var output = new Option<string?>("--out") { Description = "Where the answers to --questions go, a JSON line each.", HelpName = "OUT.jsonl" };
        var command = new Command("ask", "Answer a question.") { question, asOf, json, questions, output };
        corpus.AddTo(command);
        filter.AddTo(command);
        model.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var lines = QuestionLines.From(parsed.GetValue(questions), parsed.GetValue(output), parsed.GetValue(question));
            var writer = model.Writer(parsed);
            using var index = await OpenedIndex.OpenAsync(corpus.Settings(parsed), cancellation);
            var answerer = new Answerer(index, writer);
            var options = new AskOptions { AsOf = parsed.GetValue(asOf), Filter = filter.Filter(parsed) };
            if (lines is not null)
            {
                return await lines.AnswerAsync(answerer, options, cancellation);
            }

            if (parsed.GetValue(json))
            {
                Print(await answerer.AskAsync(parsed.GetValue(question)!, options, cancellation));
            }
            else
            {
                await AnswerView.ShowAsync(Output.Console, answerer.StreamAsync(parsed.GetValue(question)!, options, cancellation), isByModel: writer is not null);
            }

            return ExitStatus.Done;
        });
        return command;
    }

    /// <summary>As JSON.</summary>
    internal static void Print(Answer answer)
    {
        using var stream = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stream, AnswerJson.Indented))
        {
            AnswerJson.Write(writer, answer);
        }

        stream.WriteByte((byte)'\n');
    }
}
