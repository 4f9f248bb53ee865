using System.Text;
using System.Text.Json;
using BriefingBot.Answers;
using BriefingBot.Channels.Markdown;
using BriefingBot.Claims;

namespace BriefingBot.Channels.Tools;

/// <summary>An answer as plain text for whoever calls a tool: the status first, then the answer, then each quote as a block with its source.</summary>
internal static class AnswerText
{
    /// <param name="typed">The question as typed, to tell where it was understood otherwise; null not to.</param>
    /// <param name="link">Where a quote can be opened; null for nowhere.</param>
    public static string Of(Answer answer, string? typed, Func<Citation, string?> link)
    {
        var text = new StringBuilder($"{AnswerMarkdown.WordOf(answer.Status)}: {Line(answer.StatusReason)}\n\n");
        if (typed is not null && !typed.Trim().Equals(answer.Question, StringComparison.Ordinal))
            text.Append($"Understood as: {Line(answer.Question)}\n\n");
        text.Append(Line(answer.Text));
        foreach (var citation in answer.Citations)
            text.Append($"\n\n[{citation.Number}] {Source(citation, link)}\n{ToolOutcome.Block(citation.Quote.Text)}");
        if (answer.History.Count > 1)
            text.Append("\n\nHistory: ").AppendJoin(", then ", answer.History.Select(entry => $"{ClaimWords.Of(entry.Status)} ({entry.Date:yyyy-MM-dd})"));
        if (answer.Nearest.Count > 0)
            text.Append("\n\nNearest articles: ").AppendJoin("; ", answer.Nearest.Select(Line));
        if (answer.Note is { } note)
            text.Append($"\n\n{Line(note)}");
        return text.Append($"\n\n{AnswerMarkdown.Searched(answer)}").ToString();
    }

    private static string Source(Citation citation, Func<Citation, string?> link)
    {
        var source = citation.Quote.Source;
        string?[] parts =
        [
            citation.Speaker is { } speaker ? Line(citation.Cue is { } cue ? $"{speaker} ({ExtractiveWriter.Marked(cue)})" : speaker) : null,
            Line(source.Provenance.Outlet ?? source.Provenance.Author ?? "outlet unknown"),
            source.Provenance.Published is { } day ? day.ToString("yyyy-MM-dd") : "date unknown",
            $"articleId {JsonSerializer.Serialize(source.Id, ToolOutcome.Json)}",
            link(citation),
        ];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    /// <summary>On one line, without what a terminal would obey.</summary>
    public static string Line(string words) => string.Concat(words.ReplaceLineEndings(" ").Where(c => !char.IsControl(c)));
}
