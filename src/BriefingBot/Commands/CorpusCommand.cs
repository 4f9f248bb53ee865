using System.CommandLine;

namespace BriefingBot.Commands;

/// <summary><c>corpus</c>: lists the articles and verifies the index against them.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var options = new CorpusOptions();
        var command = new Command("corpus", "List, count and verify the articles.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var index = await OpenedIndex.OpenAsync(options.Corpus(parsed), options.Data(parsed), cancellation);
            return ExitStatus.Done;
        });
        return command;
    }
}
