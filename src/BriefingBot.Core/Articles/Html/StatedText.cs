using System.Text;

namespace BriefingBot.Articles.Html;

/// <summary>What the page itself says its story is: a description, or the whole text in JSON-LD. Compared by letters and digits alone.</summary>
internal sealed class StatedText
{
    /// <summary>Letters and digits; a shorter text is in anything.</summary>
    private const int MinCompared = 30;

    public static readonly StatedText None = new([], null);

    private readonly string[] _openings;
    private readonly string _body;

    public StatedText(IEnumerable<string?> descriptions, string? body)
    {
        // A description is cut at the end as often as not.
        _openings = [.. descriptions.OfType<string>().Select(Letters).Where(text => text.Length >= MinCompared).Select(text => text[..Math.Min(text.Length, 60)]).Distinct()];
        _body = Letters(body ?? "");
    }

    public bool Holds(string text)
    {
        var letters = Letters(text);
        return letters.Length >= MinCompared
            && (_body.Contains(letters, StringComparison.Ordinal) || _openings.Any(opening => letters.Contains(opening, StringComparison.Ordinal)));
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
