using BriefingBot.Answers;
using BriefingBot.Claims;
using Spectre.Console;

namespace BriefingBot.Terminal;

/// <summary>Shows an answer in a terminal: status first, then the direct line, the quotes, and what was searched.</summary>
internal static class AnswerView
{
    public static void Show(IAnsiConsole console, Answer answer)
    {
        console.MarkupLine(Badge(answer));
        console.WriteLine();
        console.WriteLine(Plain.Line(FirstLine(answer)));
        foreach (var citation in answer.Citations)
        {
            console.WriteLine();
            Indent(console, 2, $"[bold][[{citation.Number}]][/] [italic]{Safe(ExtractiveWriter.Marked(citation.Quote.Text))}[/]");
            Indent(console, 6, $"[grey]{Safe(Source(citation))}[/]");
        }

        ShowHistory(console, answer);
        foreach (var title in answer.Nearest)
        {
            console.MarkupLine($"  [grey]nearest:[/] {Safe(title)}");
        }

        console.WriteLine();
        console.MarkupLine($"[grey]{Safe(Searched(answer))}[/]");
    }

    // Lines that a terminal breaks stay under the first.
    private static void Indent(IAnsiConsole console, int columns, string markup) =>
        console.Write(new Padder(new Markup(markup), new Padding(columns, 0, 0, 0)));

    private static string Badge(Answer answer)
    {
        var (word, colour) = answer.Status switch
        {
            ClaimStatus.Confirmed => ("CONFIRMED", "white on green"),
            ClaimStatus.Reported => ("REPORTED", "black on yellow"),
            ClaimStatus.Unconfirmed => ("UNCONFIRMED", "black on orange1"),
            ClaimStatus.Disputed => ("DISPUTED", "white on red"),
            ClaimStatus.Denied => ("DENIED", "white on maroon"),
            _ => ("NOT IN THE CORPUS", "white on grey"),
        };
        return $"[bold {colour}] {word} [/] [grey]{Safe(answer.StatusReason)}[/]";
    }

    // The text goes on quote by quote; below it each quote stands with its source.
    private static string FirstLine(Answer answer)
    {
        var end = answer.Text.IndexOf(" [1]", StringComparison.Ordinal);
        return end < 0 ? answer.Text : answer.Text[..(end + 4)];
    }

    private static string Source(Citation citation)
    {
        var source = citation.Quote.Source;
        var said = citation.Speaker is null ? null : $"{citation.Speaker}{(citation.Cue is null ? "" : $" ({citation.Cue})")}";
        string?[] parts = [said, source.Provenance.Outlet ?? source.Provenance.Author, source.Provenance.Published is { } day ? day.ToString("yyyy-MM-dd") : "date unknown", source.Id];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    private static void ShowHistory(IAnsiConsole console, Answer answer)
    {
        if (answer.History.Count < 2)
        {
            return;
        }

        console.WriteLine();
        foreach (var entry in answer.History)
        {
            console.MarkupLine($"  [grey]{entry.Date:yyyy-MM-dd}[/] {ClaimWords.Of(entry.Status)}: {Safe(Short(entry.Citation.Quote.Text))}");
        }
    }

    private static string Short(string text)
    {
        const int MostChars = 100;
        return text.Length <= MostChars ? text : $"{text[..text.LastIndexOf(' ', MostChars)]}…";
    }

    private static string Searched(Answer answer)
    {
        var extent = answer.Searched;
        var dates = extent is { From: { } from, To: { } to } ? $", dated {from:yyyy-MM-dd} to {to:yyyy-MM-dd}" : ", none dated";
        var asOf = answer.Reply == Reply.NotInCorpus ? "" : answer.AsOf is { } day ? $" As of {day:yyyy-MM-dd}." : " The evidence is undated.";
        return $"Searched {extent.Articles:N0} articles, {extent.Passages:N0} passages{dates}, in {answer.Elapsed.TotalMilliseconds:N0} ms.{asOf}";
    }

    private static string Safe(string text) => Markup.Escape(Plain.Line(text));
}
