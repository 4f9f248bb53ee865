using System.Text;
using BriefingBot.Articles;

namespace BriefingBot.Answers.Verification;

/// <summary>A text in which marks that mean the same are one: quotation marks, dashes, spaces. Knows where each character came from.</summary>
internal sealed class NormalText
{
    private readonly int[] _origin;

    /// <param name="within">Of the text.</param>
    public NormalText(string text, TextSpan within)
    {
        var normal = new StringBuilder(within.Length);
        List<int> origin = [];
        for (var i = within.Start; i < within.End; i++)
        {
            var c = Of(text[i]);
            if (c == '\0' || (c == ' ' && (normal.Length == 0 || normal[^1] == ' ')))
            {
                continue;
            }

            normal.Append(c);
            origin.Add(i);
        }

        Text = normal.ToString();
        origin.Add(within.End);
        _origin = [.. origin];
    }

    public string Text { get; }

    /// <summary>Where a stretch of <see cref="Text"/> stands in the text it was made from.</summary>
    public TextSpan Origin(int start, int end) => new(_origin[start], end > start ? _origin[end - 1] + 1 : _origin[start]);

    public static string Of(string text) => new NormalText(text, new TextSpan(0, text.Length)).Text.Trim();

    // All quotation marks and apostrophes are one, for single ones stand inside double ones; characters without width go.
    private static char Of(char c) => c switch
    {
        '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‘' or '’' or '‚' or '‹' or '›' or '`' or '´' or '＂' => '\'',
        '–' or '—' or '‑' or '‐' or '−' or '―' => '-',
        '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' => '\0',
        _ when char.IsWhiteSpace(c) => ' ',
        _ when char.IsControl(c) || OutputText.IsDirection(c) => '\0',
        _ => c,
    };
}
