using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Names of an article's people and bodies, by their capitals.</summary>
internal static partial class Names
{
    private const int LongestNameInChars = 60;
    private const int LongestReachInChars = 600;

    /// <summary>Whether a capitalised word is a name rather than the start of a sentence: it stands capitalised inside one too, or never in small letters.</summary>
    public static bool IsName(Article article, TextSpan word)
    {
        var text = article.Text[word.Start..word.End];
        return char.IsUpper(text[0]) && !article.Text.Contains($" {text.ToLowerInvariant()} ", StringComparison.Ordinal);
    }

    /// <summary>The longest name up to here that ends in the same word: "Lloyd Austin" for "Austin".</summary>
    public static string Fullest(Article article, TextSpan speaker)
    {
        var text = article.Text[speaker.Start..speaker.End];
        if (text.Contains(' ', StringComparison.Ordinal) || !char.IsUpper(text[0]))
        {
            return text;
        }

        var fullest = text;
        for (var at = article.Text.IndexOf(" " + text, StringComparison.Ordinal); at >= 0 && at < speaker.Start; at = article.Text.IndexOf(" " + text, at + 1, StringComparison.Ordinal))
        {
            var start = at;
            while (start > 0 && at - start < LongestNameInChars && (char.IsLetter(article.Text[start - 1]) || article.Text[start - 1] is ' ' or '-' or '’' or '\''))
            {
                start--;
            }

            var name = People().Matches(article.Text[start..(at + 1 + text.Length)]).LastOrDefault()?.Value;
            fullest = name is not null && name.Length > fullest.Length && name.EndsWith(" " + text, StringComparison.Ordinal) ? name : fullest;
        }

        return fullest;
    }

    /// <summary>The last person or body named before a place in the text; null if there is none.</summary>
    public static string? Before(Article article, int end, string pronoun)
    {
        if (pronoun is not ("he" or "she"))
        {
            return null;
        }

        var names = People().Matches(article.Text[Math.Max(0, end - LongestReachInChars)..end]);
        return names.Count > 0 ? names[^1].Value : null;
    }

    [GeneratedRegex(@"(?:\p{Lu}[\p{L}'’-]+ ){1,3}\p{Lu}[\p{L}-]+", RegexOptions.NonBacktracking)]
    private static partial Regex People();
}
