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
        var question = new Argument<string?>("QUESTION") { Description = "A question or a claim.", Arity = ArgumentArity.ZeroOrOne };
        var asOf = DayOption.Create("--as-of", "Answer as if nothing later were known.");
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var questions = new Option<string?>("--questions") { Description = "JSON lines with id, question and, if it matters, date.", HelpName = "IN.jsonl" };
        var output = new Option<string?>("--out") { Description = "Where the answers to --questions go, a JSON line each.", HelpName = "OUT.jsonl" };
        var command = new Command("ask", "Answer a question.") { question, asOf, json, questions, output };
        corpus.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var lines = QuestionLines.From(parsed.GetValue(questions), parsed.GetValue(output), parsed.GetValue(question));
            using var index = await OpenedIndex.OpenAsync(corpus.Settings(parsed), cancellation);
            var answerer = new Answerer(index);
            if (lines is not null)
            {
                return await lines.AnswerAsync(answerer, parsed.GetValue(asOf), cancellation);
            }

            var answer = await answerer.AskAsync(parsed.GetValue(question)!, new AskOptions { AsOf = parsed.GetValue(asOf) }, cancellation);
            Print(answer, parsed.GetValue(json));
            return ExitStatus.Done;
        });
        return command;
    }

    internal static void Print(Answer answer, bool json)
    {
        if (!json)
        {
            AnswerView.Show(Output.Console, answer);
            return;
        }

        using var stream = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stream, AnswerJson.Indented))
        {
            AnswerJson.Write(writer, answer);
        }

        stream.WriteByte((byte)'\n');
    }
}
