using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Answers.Verification;

/// <summary>What a reader may see of a model's words: plain text.</summary>
internal static partial class OutputText
{
    /// <summary>Without control and direction characters, characters without width, Markdown emphasis and citation markers; spaces single.</summary>
    public static string Clean(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Markers().Replace(text, ""))
        {
            if (char.IsWhiteSpace(c))
            {
                plain.Append(' ');
            }
            else if (!char.IsControl(c) && !IsDirection(c) && !IsInvisible(c) && c is not ('*' or '`' or '#' or '~' or '|'))
            {
                plain.Append(c);
            }
        }

        return Spaces().Replace(plain.ToString(), " ").Replace(" .", ".", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal).Trim();
    }

    /// <summary>Whether it holds a link, an image, markup or an address that someone could follow.</summary>
    public static bool IsActive(string text) => Active().IsMatch(text);

    /// <summary>Whether an article's words can be shown as they are, in any channel.</summary>
    public static bool IsPlain(string text) => !Embedded().IsMatch(text) && !text.Any(c => (char.IsControl(c) && c is not ('\n' or '\t')) || IsDirection(c));

    // Marks, overrides and isolates of text direction (Unicode Bidirectional Algorithm, UAX 9) make a line read as another.
    public static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    /// <summary>Whether it holds overrides or isolates of text direction.</summary>
    public static bool HasOverride(string text) => text.AsSpan().ContainsAnyInRange('\u202A', '\u202E') || text.AsSpan().ContainsAnyInRange('\u2066', '\u2069');

    private static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF' or '\u2028' or '\u2029'
        || (char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned);

    [GeneratedRegex(@"\s?\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Markers();

    [GeneratedRegex(@"\s{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"!\[|\]\s?\(|<\s?[/!]?\s?[a-z]|://|\b(?:javascript|vbscript)\s?:|\bwww\.|&#?\w+;", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Embedded();

    [GeneratedRegex(@"[<>\[\]{}\\]|&[#\w]+;|\w+://|\b(?:javascript|data|mailto|vbscript|file)\s?:|\bwww\.|\S@\S|\b[\w-]+\.(?:com|org|net|xyz|io|ru|cn|info|biz|co|app|dev|html?|php|exe)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Active();
}
