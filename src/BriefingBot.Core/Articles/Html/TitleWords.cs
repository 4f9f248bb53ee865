namespace BriefingBot.Articles.Html;

/// <summary>The words of a title that say what its story is about.</summary>
internal sealed class TitleWords
{
    /// <summary>Shorter words are mostly grammar.</summary>
    private const int MinWordInChars = 4;

    private readonly HashSet<string> _words;

    private TitleWords(HashSet<string> words) => _words = words;

    public static TitleWords Of(string title) => new(Split(title));

    public int CountIn(string text) => _words.Count == 0 ? 0 : Split(text).Count(_words.Contains);

    private static HashSet<string> Split(string text)
    {
        HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end - start >= MinWordInChars)
            {
                words.Add(text[start..end]);
            }

            start = end + 1;
        }

        return words;
    }
}
