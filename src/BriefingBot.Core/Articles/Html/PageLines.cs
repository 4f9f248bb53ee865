using System.Text;

namespace BriefingBot.Articles.Html;

/// <summary>Tells the lines of a page that talk about the page: "Read more", "Sign up for our newsletter", a photo credit.</summary>
internal static class PageLines
{
    /// <summary>A longer paragraph is judged by where it stands.</summary>
    private const int MaxWords = 40;

    /// <summary>A line is known by its two ends only while there is little between them.</summary>
    private const int MaxWordsBetweenEnds = 7;

    /// <summary>By the first word, so that a line is compared with few.</summary>
    private static readonly ILookup<string, string[]> Entries = WordList.Lines("Articles.Html.Data.boilerplate-lines.txt")
        .ToLookup(line => FirstWord(line.TrimEnd('*')), line => line.Split('*'), StringComparer.Ordinal);

    public static bool AreAbout(Block block)
    {
        if (block.Words > MaxWords)
        {
            return false;
        }

        var line = Plain(block.Text);
        return block.Text[0] == '©' || Entries[FirstWord(line)].Any(entry => Fits(line, entry, block.Words));
    }

    private static bool Fits(string line, string[] entry, int words) => entry switch
    {
        [var whole] => line == whole,
        [var beginning, ""] => line.StartsWith(beginning, StringComparison.Ordinal) && (line.Length == beginning.Length || line[beginning.Length] == ' '),
        [var beginning, var ending] => words <= MaxWordsBetweenEnds && line.StartsWith(beginning, StringComparison.Ordinal) && line.EndsWith(ending, StringComparison.Ordinal),
        _ => false,
    };

    private static string FirstWord(string line) => line.Split(' ', 2)[0];

    /// <summary>Lower-case letters and digits; anything else is a space, an apostrophe nothing.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
