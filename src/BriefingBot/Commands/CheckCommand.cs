using System.CommandLine;
using BriefingBot.Answers;

namespace BriefingBot.Commands;

/// <summary><c>check</c>: the status of a claim over the corpus.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var corpus = new CorpusOptions();
        var claim = new Argument<string>("CLAIM") { Description = "A sentence that something is so." };
        var asOf = DayOption.Create("--as-of", "Check as if nothing later were known.");
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("check", "Tell the status of a claim.") { claim, asOf, json };
        corpus.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var index = await OpenedIndex.OpenAsync(corpus.Corpus(parsed), corpus.Data(parsed), cancellation);
            var answer = await new Answerer(index).CheckAsync(parsed.GetValue(claim)!, new AskOptions { AsOf = parsed.GetValue(asOf) }, cancellation);
            AskCommand.Print(answer, parsed.GetValue(json));
            return ExitStatus.Done;
        });
        return command;
    }
}
