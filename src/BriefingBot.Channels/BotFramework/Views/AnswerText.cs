using BriefingBot.Answers;
using BriefingBot.Channels.Bots;
using BriefingBot.Channels.Markdown;
using BriefingBot.Claims;

namespace BriefingBot.Channels.BotFramework.Views;

/// <summary>The parts of an answer in Markdown.</summary>
internal static class AnswerText
{
    // The quotes themselves are whole in the answer.
    private const int MostHistoryChars = 300;

    public static string Word(ClaimStatus? status) => status is { } known ? ClaimWords.Of(known).ToUpperInvariant() : "NOT IN THE CORPUS";

    /// <summary>The status with its reason, and the question where it was understood otherwise than typed.</summary>
    public static string Status(Answer answer, string typed) => Status(answer.Status, answer.StatusReason, answer.Question, typed);

    public static string Status(StatusDecided decided, string typed) => Status(decided.Status, decided.Reason, decided.Question, typed);

    /// <summary>How the status came about, what was searched, and as of when the answer holds; empty where the answer has said it.</summary>
    public static string End(Answer answer)
    {
        IEnumerable<string> history = answer.History.Count < 2 ? [] : ["How the status changed:", .. answer.History.Select(entry => $"{entry.Date:yyyy-MM-dd} {ClaimWords.Of(entry.Status)}: {ExtractiveWriter.Marked(Short(entry.Citation.Quote.Text, MostHistoryChars))}")];
        var nearest = answer.Nearest.Count > 0 ? $"Nearest: {string.Join("; ", answer.Nearest)}." : null;
        var model = answer.Model == ExtractiveWriter.Model ? "" : $" Written by {answer.Model}, held to the quotes.";
        var searched = answer.Reply == Reply.NotInCorpus ? null : $"{AnswerMarkdown.Searched(answer)}{model}";
        return string.Join("\n\n", ((string?[])[.. history, searched, nearest, answer.Note]).OfType<string>().Select(line => MarkdownLines.Of(line)));
    }

    /// <summary>Who says it, where and when, as plain text.</summary>
    public static string Source(Citation citation)
    {
        var provenance = citation.Quote.Source.Provenance;
        string?[] parts = [citation.Speaker, provenance.Outlet ?? provenance.Author, provenance.Published is { } day ? $"{day:yyyy-MM-dd}" : "date unknown"];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    public static string TitleOf(Citation citation)
    {
        var source = citation.Quote.Source;
        return string.IsNullOrWhiteSpace(source.Title) ? source.Id : source.Title;
    }

    /// <summary>The citation's own address; null where it has none that may be opened.</summary>
    public static Uri? UrlOf(Citation citation) =>
        Uri.TryCreate(citation.Quote.Source.Provenance.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.UserInfo.Length == 0
            ? url : null;

    // What is not in the corpus has no other reason.
    private static string Status(ClaimStatus? status, string reason, string question, string typed) => string.Join("\n\n", [
        status is null ? $"**{Word(status)}**" : $"**{Word(status)}** {MarkdownLines.Of(reason)}".TrimEnd(),
        .. ChatWords.Understood(question, typed) is { } understood ? (string[])[MarkdownLines.Of(understood)] : [],
    ]);

    /// <summary>The text with its end left out where it is too long.</summary>
    public static string Short(string text, int mostChars)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= mostChars)
            return line;
        var end = char.IsHighSurrogate(line[mostChars - 2]) ? mostChars - 2 : mostChars - 1;
        return $"{line[..end]}…";
    }
}
