using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Finds what "who", "which" and "that" stand for: the name right before, or the words from the last article on.</summary>
internal static class RelativeSpeakers
{
    private const int LongestInWords = 6;

    /// <param name="text">The article's text.</param>
    /// <param name="tokens">Of the paragraph.</param>
    /// <param name="relative">Where the pronoun stands.</param>
    /// <param name="name">The name that ends right before it, or before its comma; null if none does.</param>
    /// <returns>The words, and whether they are a name; null if nothing fits.</returns>
    public static (TextSpan Words, bool IsName)? Of(string text, ArticleToken[] tokens, TextSpan relative, NameMention? name)
    {
        var last = Array.FindIndex(tokens, token => token.Start == relative.Start) - 1;
        var hasComma = last > 0 && tokens[last].Word == KnownWords.Comma;
        last -= hasComma ? 1 : 0;
        if (last < 0 || tokens[last].Shape >= WordShape.Number)
        {
            return null;
        }

        if (name is not null)
        {
            var before = Array.FindIndex(tokens, token => token.Start >= name.Span.Start) - 1;
            before -= before > 0 && NameWords.Is("determiner", Word(text, tokens, before)) ? 1 : 0;
            var isMeant = name.IsPerson || ((hasComma || !IsLink(Word(text, tokens, before))) && !(name.IsOrganisation && text[relative.Start..relative.End] == "who"));
            return isMeant ? (name.Span, true) : null;
        }

        for (var i = last - 1; i >= Math.Max(0, last - LongestInWords) && tokens[i].Shape < WordShape.Punctuation; i--)
        {
            var isDeterminer = NameWords.Is("determiner", Word(text, tokens, i));
            if (isDeterminer || IsLink(Word(text, tokens, i)))
            {
                return (new TextSpan(tokens[isDeterminer ? i : i + 1].Start, tokens[last].End), false);
            }
        }

        return tokens[last].Shape == WordShape.Lower && Word(text, tokens, last).EndsWith('s') ? (new TextSpan(tokens[last].Start, tokens[last].End), false) : null;
    }

    private static bool IsLink(string word) => NameWords.Is("preposition", word);

    private static string Word(string text, ArticleToken[] tokens, int i) => i < 0 ? "" : text[tokens[i].Start..tokens[i].End];
}
