using System.CommandLine;
using BriefingBot.Answers;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary><c>check</c>: the status of a claim over the corpus.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var filter = new FilterOptions();
        var model = new ModelOption();
        var claim = new Argument<string?>("CLAIM") { Description = "A sentence that something is so.", Arity = ArgumentArity.ZeroOrOne };
        var asOf = DayOption.Create("--as-of", "Check as if nothing later were known.");
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var pairs = new Option<string?>("--pairs") { Description = "JSON lines with id, claim and text: the stance of each text toward its claim.", HelpName = "IN.jsonl" };
        var output = new Option<string?>("--out") { Description = "Where the stances of --pairs go, a JSON line each.", HelpName = "OUT.jsonl" };
        var command = new Command("check", "Tell the status of a claim.") { claim, asOf, json, pairs, output };
        corpus.AddTo(command);
        filter.AddTo(command);
        model.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(pairs) is { } input)
            {
                return await ClaimPairs.CheckAsync(input, parsed.GetValue(output) ?? throw new InputException("--pairs IN.jsonl and --out OUT.jsonl go together"), cancellation);
            }

            var text = parsed.GetValue(claim) ?? throw new InputException("no claim; write briefingbot check \"CLAIM\", or --pairs IN.jsonl --out OUT.jsonl");
            var writer = model.Writer(parsed);
            using var index = await OpenedIndex.OpenAsync(corpus.Settings(parsed), cancellation);
            var answer = await new Answerer(index, writer).CheckAsync(text, new AskOptions { AsOf = parsed.GetValue(asOf), Filter = filter.Filter(parsed) }, cancellation);
            if (parsed.GetValue(json))
            {
                AskCommand.Print(answer);
            }
            else
            {
                AnswerView.Show(Output.Console, answer);
            }

            return ExitStatus.Done;
        });
        return command;
    }
}
