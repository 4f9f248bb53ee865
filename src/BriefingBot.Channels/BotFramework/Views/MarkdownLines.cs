using System.Text;
using BriefingBot.Answers;
using BriefingBot.Channels.Markdown;

namespace BriefingBot.Channels.BotFramework.Views;

/// <summary>Lines as paragraphs of Markdown that show them as they are; Teams reads HTML in Markdown, so its characters are entities.</summary>
internal static class MarkdownLines
{
    // Stand for the brackets of markers until the rest is escaped: Unicode gives them to nobody, so no article has them.
    private const char Open = '\uFDD0';
    private const char Close = '\uFDD1';

    /// <param name="text">From anywhere.</param>
    public static string Of(string text) => string.Join("\n\n", text.Split('\n').Select(Line));

    /// <param name="text">Of an answer.</param>
    /// <param name="citations">Those whose markers stay markers.</param>
    public static string Of(string text, IReadOnlyCollection<Citation> citations)
    {
        var clean = text.Replace(Open, '\uFFFD').Replace(Close, '\uFFFD');
        var marked = new StringBuilder(clean);
        foreach (var marker in CitationMarkers.In(clean, citations))
            (marked[marker.Index], marked[marker.Index + marker.Length - 1]) = (Open, Close);
        return Of(marked.ToString()).Replace(Open, '[').Replace(Close, ']');
    }

    // Parts of one line follow each other: the space between them stays.
    private static string Line(string line)
    {
        var words = MarkdownText.AtStart(MarkdownText.Of(line))
            .Replace("\\<", "&lt;", StringComparison.Ordinal).Replace("\\>", "&gt;", StringComparison.Ordinal).Replace("\\&", "&amp;", StringComparison.Ordinal);
        return $"{(line.StartsWith(' ') ? " " : "")}{words}{(line.EndsWith(' ') && words.Length > 0 ? " " : "")}";
    }
}
