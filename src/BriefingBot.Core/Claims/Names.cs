using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Names of an article's people and bodies, by their capitals.</summary>
internal static partial class Names
{
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

        var fuller = People().Matches(article.Text[..speaker.Start])
            .Where(match => match.Value.EndsWith(" " + text, StringComparison.Ordinal))
            .OrderByDescending(match => match.Length).FirstOrDefault();
        return fuller?.Value ?? text;
    }

    /// <summary>The last person or body named before a place in the text; null if there is none.</summary>
    public static string? Before(Article article, int end, string pronoun)
    {
        var names = People().Matches(article.Text[..end]);
        return pronoun is "he" or "she" && names.Count > 0 ? names[^1].Value : null;
    }

    [GeneratedRegex(@"(?:\p{Lu}[\p{L}'’-]+ ){1,3}\p{Lu}[\p{L}-]+", RegexOptions.NonBacktracking)]
    private static partial Regex People();
}
