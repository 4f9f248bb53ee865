using System.CommandLine;
using BriefingBot.Articles;
using BriefingBot.Retrieval;
using BriefingBot.Terminal;
using Spectre.Console;

namespace BriefingBot.Commands;

/// <summary><c>corpus</c>: lists the articles, counts them, and verifies the index against them.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var options = new CorpusOptions();
        var command = new Command("corpus", "List, count and verify the articles.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = options.Settings(parsed);
            using var index = await OpenedIndex.OpenAsync(settings, cancellation);
            foreach (var article in index.List(ListQuery.All).Articles)
            {
                Output.Console.MarkupLine($"{article.Provenance.Published?.ToString("yyyy-MM-dd") ?? "date unknown"}  {Safe(article.Title)} [grey]{Safe(article.Provenance.Outlet ?? "outlet unknown")} · {Safe(article.Id)} · {article.Passages} passages[/]");
            }

            var extent = index.Extent;
            var damage = index.Verify(new Corpus(settings.Corpus));
            foreach (var line in damage)
            {
                Console.WriteLine(Plain.Line(line));
            }

            Console.WriteLine($"{extent.Articles:N0} articles, {extent.Passages:N0} passages, {(extent.From is { } from ? $"{from:yyyy-MM-dd} to {extent.To:yyyy-MM-dd}" : "none dated")}");
            return damage.Count == 0 ? Verified()
                : throw new IndexException($"the index does not agree with its articles in {damage.Count} places; run briefingbot index, which repairs it");
        });
        return command;
    }

    private static int Verified()
    {
        Console.WriteLine("verified: every passage stands in its article, every hash is right");
        return ExitStatus.Done;
    }

    private static string Safe(string text) => Markup.Escape(Plain.Line(text));
}
