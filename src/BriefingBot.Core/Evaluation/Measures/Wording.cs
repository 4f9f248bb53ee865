using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Evaluation;

/// <summary>Whether words that a person wrote down are those of an answer.</summary>
internal static class Wording
{
    /// <summary>Whether the text has the words as they are; blanks and the form of quotation marks do not count.</summary>
    public static bool Holds(string text, string words) => Find(text, words) is not null;

    /// <summary>Where the text has the words first; null if it does not, or there are none.</summary>
    public static TextSpan? Find(string text, string words)
    {
        var sought = new PlainText(words);
        var plain = new PlainText(text);
        var at = sought.Text.Length == 0 ? -1 : plain.Text.IndexOf(sought.Text, StringComparison.Ordinal);
        return at < 0 ? null : plain.SpanOf(at, at + sought.Text.Length);
    }

    /// <summary>Whether the text has one of the alternatives of <c>a | b</c>, whole words, in any case.</summary>
    public static bool Says(string text, string alternatives)
    {
        var plain = new PlainText(text).Text;
        return alternatives.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(words => HoldsWords(plain, new PlainText(words).Text));
    }

    /// <summary>Whether the given speaker is the expected one: every word of the expected name is in the given one.</summary>
    public static bool IsSpeaker(string? given, string expected) =>
        given is not null && (new PlainText(given).Text.Equals(new PlainText(expected).Text, StringComparison.OrdinalIgnoreCase)
            || (SpeakerMatch.Terms(expected) is { Count: > 0 } terms && terms.IsSubsetOf(SpeakerMatch.Terms(given))));

    private static bool HoldsWords(string text, string words)
    {
        for (var at = words.Length == 0 ? -1 : Next(text, words, 0); at >= 0; at = Next(text, words, at + 1))
        {
            var end = at + words.Length;
            if ((at == 0 || !AreOneWord(text[at - 1], text[at])) && (end == text.Length || !AreOneWord(text[end - 1], text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(string text, string words, int from) => text.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);

    private static bool AreOneWord(char left, char right) => char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);

    /// <summary>A text with one form of quotation mark and single blanks, and where each character stands in the original.</summary>
    private readonly struct PlainText
    {
        private readonly List<int> _origins;

        public PlainText(string text)
        {
            var plain = new List<char>(text.Length);
            _origins = new List<int>(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i] switch { '“' or '”' or '„' or '«' or '»' => '"', '‘' or '’' => '\'', var other => char.IsWhiteSpace(other) ? ' ' : other };
                if (c != ' ' || (plain.Count > 0 && plain[^1] != ' '))
                {
                    plain.Add(c);
                    _origins.Add(i);
                }
            }

            var end = plain.Count > 0 && plain[^1] == ' ' ? plain.Count - 1 : plain.Count;
            Text = new string([.. plain[..end]]);
        }

        public string Text { get; }

        public TextSpan SpanOf(int start, int end) => new(_origins[start], _origins[end - 1] + 1);
    }
}
