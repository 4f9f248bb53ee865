using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Channels.Markdown;

/// <summary>Untrusted words in Markdown (CommonMark, GFM, with formulas): shown as they are, on one line, never as markup, link or image.</summary>
internal static partial class MarkdownText
{
    // What begins or ends markup anywhere; $ begins a formula in chat front ends, & an entity, | a cell.
    private const string Special = "\\`*_[]<>~|$&#";

    // Between two characters that would make a bare address: readers see nothing, parsers see no address.
    private const char Break = '\u200B';

    public static string Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var line = Addresses().Replace(string.Join(' ', words.Split(Whitespace, StringSplitOptions.RemoveEmptyEntries)), match => $"{match.Value}{Break}");
        var text = new StringBuilder(line.Length + 16);
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || IsDirection(rune))
                continue;
            if (rune.IsAscii && Special.Contains((char)rune.Value, StringComparison.Ordinal))
                text.Append('\\');
            text.Append(rune);
        }

        return text.ToString();
    }

    /// <summary>Plain text of several lines, each a paragraph of its own.</summary>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join("\n\n", text.ReplaceLineEndings("\n").Split('\n').Select(line => AtStart(Of(line))).Where(line => line.Length > 0));
    }

    /// <summary>What would make a list, a heading or a rule of a line that begins with it.</summary>
    public static string AtStart(string escaped)
    {
        ArgumentNullException.ThrowIfNull(escaped);
        return ListMark().Match(escaped) is { Success: true } match ? $"{escaped[..(match.Length - 1)]}\\{escaped[(match.Length - 1)..]}" : escaped;
    }

    /// <summary>The part of a link in parentheses: an absolute http or https address.</summary>
    public static string Destination(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
    }

    private static readonly char[] Whitespace = [' ', '\t', '\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    // Marks that turn the direction of what follows could move words to where they do not stand.
    private static bool IsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // After the scheme, after www, before and after the @, and in a host name: front ends make links of all of them.
    [GeneratedRegex(@"[a-zA-Z]:(?=/)|www(?=\.)|\S(?=@\S)|@(?=\S)|[\w-]\.(?=\p{L}{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"^(?:[-+=]|\d{1,9}[.)])", RegexOptions.NonBacktracking)]
    private static partial Regex ListMark();
}
