using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Channels.BotFramework.Views;

/// <summary>Text as Markdown that shows it as it is: nothing in it marks up, links or loads anything.</summary>
internal static partial class Markdown
{
    // Clients make links of addresses that stand bare; with this between, invisible, they do not.
    private const char Break = '\u200B';

    /// <param name="text">From anywhere.</param>
    /// <param name="citations">Markers from [1] to this number stay markers.</param>
    public static string Encode(string text, int citations = 0)
    {
        var markdown = new StringBuilder(text.Length + 32);
        var isLineStart = true;
        foreach (var c in Unlinked(text))
        {
            if (c == '\n')
            {
                markdown.Append("\n\n");
                isLineStart = true;
                continue;
            }

            Append(markdown, c, isLineStart);
            isLineStart &= c is ' ' or '\t';
        }

        return citations == 0 ? markdown.ToString() : Marker().Replace(markdown.ToString(), marker => IsOf(marker.Groups[1].ValueSpan, citations) ? $"[{marker.Groups[1].Value}]" : marker.Value);
    }

    private static void Append(StringBuilder markdown, char c, bool isLineStart) => _ = c switch
    {
        '&' => markdown.Append("&amp;"),
        '<' => markdown.Append("&lt;"),
        '>' => markdown.Append("&gt;"),
        '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '|' or '!' or '#' => markdown.Append('\\').Append(c),
        '-' or '+' or '=' when isLineStart => markdown.Append('\\').Append(c),
        _ when IsControl(c) => markdown,
        _ => markdown.Append(c),
    };

    private static string Unlinked(string text) => text.Replace("://", $":{Break}//", StringComparison.Ordinal)
        .Replace("www.", $"www{Break}.", StringComparison.OrdinalIgnoreCase).Replace("mailto:", $"mailto{Break}:", StringComparison.OrdinalIgnoreCase);

    // Overrides and isolates of text direction can make a line read as another (UAX 9).
    private static bool IsControl(char c) => (char.IsControl(c) && c != '\t') || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static bool IsOf(ReadOnlySpan<char> number, int citations) => int.TryParse(number, out var n) && n >= 1 && n <= citations;

    [GeneratedRegex(@"\\\[([0-9]{1,3})\\\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
