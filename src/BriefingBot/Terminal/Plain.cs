using System.Text;

namespace BriefingBot.Terminal;

/// <summary>Makes text safe to print: what an article or a question holds must not steer a terminal.</summary>
internal static class Plain
{
    /// <summary>The text on one line, control and direction characters left out.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\t')
            {
                line.Append(' ');
            }
            else if (!char.IsControl(c) && !IsDirection(c))
            {
                line.Append(c);
            }
        }

        return line.ToString();
    }

    // Overrides and isolates of text direction (Unicode Bidirectional Algorithm, UAX 9) can make a line read as another.
    private static bool IsDirection(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
