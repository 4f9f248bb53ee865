using System.Text.RegularExpressions;
using BriefingBot.Channels.Markdown;

namespace BriefingBot.Channels.BotFramework.Views;

/// <summary>Lines as paragraphs of Markdown that show them as they are; Teams reads HTML in Markdown, so its characters are entities.</summary>
internal static partial class MarkdownLines
{
    /// <param name="text">From anywhere.</param>
    /// <param name="citations">Markers from [1] to this number stay markers.</param>
    public static string Of(string text, int citations = 0)
    {
        var markdown = string.Join("\n\n", text.Split('\n').Select(Line));
        return citations == 0 ? markdown : Marker().Replace(markdown, marker => IsOf(marker.Groups[1].ValueSpan, citations) ? $"[{marker.Groups[1].Value}]" : marker.Value);
    }

    // Parts of one line follow each other: the space between them stays.
    private static string Line(string line)
    {
        var words = MarkdownText.AtStart(MarkdownText.Of(line))
            .Replace("\\<", "&lt;", StringComparison.Ordinal).Replace("\\>", "&gt;", StringComparison.Ordinal).Replace("\\&", "&amp;", StringComparison.Ordinal);
        return $"{(line.StartsWith(' ') ? " " : "")}{words}{(line.EndsWith(' ') && words.Length > 0 ? " " : "")}";
    }

    private static bool IsOf(ReadOnlySpan<char> number, int citations) => int.TryParse(number, out var n) && n >= 1 && n <= citations;

    [GeneratedRegex(@"\\\[([0-9]{1,3})\\\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
