using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Channels.Slack;

/// <summary>Text for Slack and from it.</summary>
internal static partial class SlackText
{
    /// <summary>Any text as plain text, or in what is not formatted: exactly what Slack reads as control characters is escaped.</summary>
    public static string Escape(string text) => Clean(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Any text as the Markdown of a streamed message: nothing of it is markup, and no address in it becomes a link.</summary>
    public static string EscapeMarkdown(string text) =>
        MarkdownMark().Replace(Escape(text), @"\$0").Replace("://", @"\://", StringComparison.Ordinal).Replace("www.", @"www\.", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text on one line.</summary>
    public static string Line(string text) => string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What somebody typed: mentions of the bot left out, other references by their names, entities as characters.</summary>
    public static string Typed(string text, string? botUser)
    {
        var plain = Reference().Replace(text, match => match.Groups["id"].Value == $"@{botUser}" ? " " : NameOf(match));
        return plain.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Trim();
    }

    /// <summary>Whether a user is mentioned; any user where none is given.</summary>
    public static bool Mentions(string text, string? user) =>
        user is null ? text.Contains("<@", StringComparison.Ordinal) : text.Contains($"<@{user}>", StringComparison.Ordinal) || text.Contains($"<@{user}|", StringComparison.Ordinal);

    /// <summary>The text in pieces of which none is longer once it is escaped; only blanks where they meet are left out.</summary>
    public static IEnumerable<string> Pieces(string text, int mostChars)
    {
        text = Clean(text).Trim();
        while (text.Length > 0)
        {
            var end = EndOfPiece(text, mostChars);
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }
    }

    private static int EndOfPiece(string text, int mostChars)
    {
        var (cost, end) = (0, 0);
        while (end < text.Length && (cost += Cost(text[end])) <= mostChars)
            end++;
        if (end == text.Length)
            return end;
        var blank = text.LastIndexOfAny([' ', '\n'], end - 1, end * 3 / 4);
        if (blank > 0)
            return blank + 1;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }

    private static int Cost(char c) => c switch
    {
        '&' => 5,
        '<' or '>' => 4,
        _ => 1,
    };

    private static string NameOf(Match reference)
    {
        var (id, label) = (reference.Groups["id"].Value, reference.Groups["label"].Value);
        return id[0] switch
        {
            '@' or '!' => label.Length > 0 ? $"@{label.TrimStart('@')}" : " ",
            '#' => label.Length > 0 ? $"#{label}" : " ",
            _ => label.Length > 0 ? label : id,
        };
    }

    /// <summary>The text without control characters.</summary>
    /// <remarks>Overrides and isolates of text direction (Unicode Bidirectional Algorithm, UAX 9) can make a line read as another.</remarks>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u202A', '\u2069') && !text.Any(char.IsControl))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n' || (!char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')))
                clean.Append(c);
            else if (c == '\t')
                clean.Append(' ');
        }

        return clean.ToString();
    }

    [GeneratedRegex(@"<(?<id>[^<>|\s][^<>|]*)(\|(?<label>[^<>]*))?>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    // A marker as in [1] is no link, so it stays readable.
    [GeneratedRegex(@"[\\`*_~]|\[(?!\d{1,3}\](?![(:\[]))|^[#+=|-]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkdownMark();
}
