using BriefingBot.Answers;
using BriefingBot.Claims;
using Spectre.Console;

namespace BriefingBot.Terminal;

/// <summary>Shows an answer in a terminal: status first, then the direct line, the quotes, and what was searched.</summary>
internal static class AnswerView
{
    public static void Show(IAnsiConsole console, Answer answer)
    {
        console.MarkupLine(Badge(answer.Status, answer.StatusReason));
        console.WriteLine();
        console.WriteLine(Plain.Line(answer.Model == ExtractiveWriter.Model ? FirstLine(answer) : answer.Text));
        ShowRest(console, answer);
    }

    /// <summary>Shows an answer as it is written: what a model writes sentence by sentence.</summary>
    /// <param name="isByModel">Whether every sentence is shown; else the first alone, for the quotes stand below.</param>
    /// <param name="typed">The question, to show how it was understood; null if it is not to be.</param>
    public static async Task<Answer> ShowAsync(IAnsiConsole console, IAsyncEnumerable<AnswerEvent> events, bool isByModel, string? typed = null)
    {
        var isFirst = true;
        await foreach (var written in events)
        {
            switch (written)
            {
                case StatusDecided status:
                    ShowStatus(console, status, typed);
                    break;
                case SentenceWritten sentence when isByModel || isFirst:
                    console.Write(Plain.Line(sentence.Text));
                    isFirst = false;
                    break;
                case AnswerFinished { Answer: var answer }:
                    console.WriteLine();
                    ShowRest(console, answer);
                    return answer;
            }
        }

        throw new InvalidOperationException("An answer ends with AnswerFinished.");
    }

    private static void ShowStatus(IAnsiConsole console, StatusDecided status, string? typed)
    {
        if (typed is not null && !typed.Equals(status.Question, StringComparison.Ordinal))
        {
            console.MarkupLine($"[grey]Understood as:[/] {Safe(status.Question)}");
        }

        console.MarkupLine(Badge(status.Status, status.Reason));
        console.WriteLine();
    }

    private static void ShowRest(IAnsiConsole console, Answer answer)
    {
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
        if (answer.Note is { } note)
        {
            console.MarkupLine($"[yellow]{Safe(note)}[/]");
        }

        if (answer is { Usage: { } usage, Verification: { } verification } && answer.Model != ExtractiveWriter.Model)
        {
            console.MarkupLine($"[grey]{Safe($"Written by {answer.Model}: {verification.Kept} sentences kept, {verification.Repaired} put right, {verification.Dropped} dropped; {usage.TotalTokens:N0} tokens.")}[/]");
        }

        console.MarkupLine($"[grey]{Safe(Searched(answer))}[/]");
    }

    // Lines that a terminal breaks stay under the first.
    private static void Indent(IAnsiConsole console, int columns, string markup) =>
        console.Write(new Padder(new Markup(markup), new Padding(columns, 0, 0, 0)));

    private static string Badge(ClaimStatus? status, string reason)
    {
        var (word, colour) = status switch
        {
            ClaimStatus.Confirmed => ("CONFIRMED", "white on green"),
            ClaimStatus.Reported => ("REPORTED", "black on yellow"),
            ClaimStatus.Unconfirmed => ("UNCONFIRMED", "black on orange1"),
            ClaimStatus.Disputed => ("DISPUTED", "white on red"),
            ClaimStatus.Denied => ("DENIED", "white on maroon"),
            _ => ("NOT IN THE CORPUS", "white on grey"),
        };
        return $"[bold {colour}] {word} [/] [grey]{Safe(reason)}[/]";
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
        var asOf = answer.Reply == Reply.NotInCorpus ? "" : answer.AsOf is { } day ? $" As of {day:yyyy-MM-dd}{Undated(answer)}." : " The evidence is undated.";
        return $"Searched {extent.Articles:N0} articles, {extent.Passages:N0} passages{dates}, in {answer.Elapsed.TotalMilliseconds:N0} ms.{asOf}";
    }

    private static string Undated(Answer answer) => answer.Citations.Count(citation => citation.Quote.Source.Provenance.Published is null) is > 0 and var undated
        ? $"; {undated} of {answer.Citations.Count} quotes {(undated == 1 ? "is" : "are")} undated" : "";

    private static string Safe(string text) => Markup.Escape(Plain.Line(text));
}
