using BriefingBot.Answers;
using BriefingBot.Claims;

namespace BriefingBot.Channels.BotFramework.Views;

/// <summary>The parts of an answer in Markdown.</summary>
internal static class AnswerText
{
    public static string Word(ClaimStatus? status) => status is { } known ? ClaimWords.Of(known).ToUpperInvariant() : "NOT IN THE CORPUS";

    public static string Status(ClaimStatus? status, string reason) => $"**{Word(status)}** {MarkdownLines.Of(reason)}".TrimEnd();

    /// <summary>What was searched, and as of when the answer holds.</summary>
    public static string Searched(Answer answer)
    {
        var extent = answer.Searched;
        var dates = extent is { From: { } from, To: { } to } ? $", dated {from:yyyy-MM-dd} to {to:yyyy-MM-dd}" : "";
        var asOf = answer.AsOf is { } day ? $" As of {day:yyyy-MM-dd}." : "";
        var nearest = answer.Nearest.Count > 0 ? $"\n\nNearest: {string.Join("; ", answer.Nearest.Select(title => MarkdownLines.Of(title)))}." : "";
        return $"Searched {extent.Articles:N0} {(extent.Articles == 1 ? "article" : "articles")}{dates}.{asOf}{nearest}{(answer.Note is { } note ? $"\n\n{MarkdownLines.Of(note)}" : "")}";
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
