using System.CommandLine;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Sqlite;
using BriefingBot.Terminal;

namespace BriefingBot.Commands;

/// <summary><c>index</c>: brings the index up to date, reading every file.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var options = new CorpusOptions();
        var command = new Command("index", "Bring the index up to date: new, changed and deleted articles.");
        var backup = new Option<string?>("--backup") { Description = "Then copy the index, and what the server keeps beside it, to this folder, which can be given as --data.", HelpName = "DIR" };
        options.AddTo(command);
        command.Add(backup);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = options.Settings(parsed);
            var corpus = new Corpus(settings.Corpus);
            var indexer = settings.Indexer(corpus);
            var outcome = await OpenedIndex.UpdateAsync(indexer, corpus, new UpdateOptions { ChecksIndex = true }, cancellation);
            if (outcome.Notice is { } notice)
            {
                Console.WriteLine(notice);
            }

            foreach (var problem in outcome.Problems)
            {
                Console.WriteLine(Plain.Line(problem));
            }

            Console.WriteLine($"{outcome.New} new, {outcome.Changed} changed, {outcome.Moved} moved, {outcome.Deleted} deleted, {outcome.Unchanged} unchanged, {outcome.Problems.Count} problems");
            if (parsed.GetValue(backup) is { } folder)
            {
                indexer.BackUp(folder);
                SqliteJournal.BackUp(SqliteJournal.PathOf(settings.Data), folder);
                Console.WriteLine($"backed up to {folder}");
            }

            return outcome.New + outcome.Changed + outcome.Moved + outcome.Unchanged > 0 ? ExitStatus.Done
                : throw new CorpusException($"{settings.Corpus}: no article could be read; put articles there or name another place with --corpus");
        });
        return command;
    }
}
