using System.Globalization;
using System.Net;
using System.Text;

namespace BriefingBot.Evaluation;

/// <summary>HTML that is safe to put into a page: made of templates whose every value is encoded, unless it is markup itself.</summary>
internal readonly record struct Markup(string Html)
{
    public static Markup None { get; } = new("");

    public static Markup Of(FormattableString template) =>
        new(string.Format(CultureInfo.InvariantCulture, template.Format, [.. template.GetArguments().Select(value => (object)Encode(value))]));

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Html)));

    public override string ToString() => Html;

    private static string Encode(object? value) => value switch
    {
        Markup markup => markup.Html,
        IEnumerable<Markup> parts => Join(parts).Html,
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => WebUtility.HtmlEncode(Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")),
    };

    // Characters that HTML has no way to write, and those that turn the direction of a line (UAX 9).
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSteering = rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            clean.Append(Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') || isSteering ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }
}
