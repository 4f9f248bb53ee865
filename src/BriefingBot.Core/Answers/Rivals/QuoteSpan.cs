using BriefingBot.Articles;

namespace BriefingBot.Answers;

/// <summary>Cuts what is too long to quote: a table or a list without a full stop reads as one sentence.</summary>
internal static class QuoteSpan
{
    public const int LongestInChars = 400;
    private const int BeforeInChars = 200;

    /// <returns>The sentence, or the whole words of it nearest the value.</returns>
    public static TextSpan Around(TextSpan value, string text, TextSpan sentence)
    {
        if (sentence.Length <= LongestInChars)
        {
            return sentence;
        }

        var start = Math.Max(sentence.Start, Math.Min(value.Start - BeforeInChars, sentence.End - LongestInChars));
        while (start > sentence.Start && start < value.Start && !char.IsWhiteSpace(text[start - 1]))
        {
            start++;
        }

        var end = Math.Min(sentence.End, Math.Max(value.End, start + LongestInChars));
        while (end < sentence.End && end > value.End && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
