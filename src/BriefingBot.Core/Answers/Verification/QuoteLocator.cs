using System.Buffers;
using BriefingBot.Answers.Drafts;
using BriefingBot.Articles;

namespace BriefingBot.Answers.Verification;

/// <summary>Where words stand in a passage.</summary>
/// <param name="IsRepaired">Whether the article's words are a little other than those looked for.</param>
internal sealed record LocatedQuote(PromptPassage Passage, TextSpan Span, bool IsRepaired)
{
    /// <summary>The article's own words, on one line.</summary>
    public string Text => string.Join(' ', Passage.Source.Text[Span.Start..Span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Finds quoted words in the passages that a sentence cites.</summary>
internal static class QuoteLocator
{
    private const string LoosePunctuation = " .,;:!?";
    private static readonly SearchValues<char> InnerMarks = SearchValues.Create("\"“”„«»");

    /// <returns>Null where the words stand in none of them.</returns>
    public static LocatedQuote? Locate(string quoted, IReadOnlyList<PromptPassage> passages)
    {
        var words = NormalText.Of(quoted).Trim(LoosePunctuation.ToCharArray()).Trim('\'').Trim(LoosePunctuation.ToCharArray());
        if (words.Length == 0)
        {
            return null;
        }

        return passages.Select(passage => Find(passage, words)).OfType<LocatedQuote>().FirstOrDefault(IsEvidence)
            ?? passages.Select(passage => NearMatch.Find(passage, words)).OfType<LocatedQuote>().FirstOrDefault(IsEvidence);
    }

    private static LocatedQuote? Find(PromptPassage passage, string words)
    {
        var text = passage.Normal.Text;
        foreach (var first in Firsts(words))
        {
            for (var at = text.IndexOf(first, StringComparison.Ordinal); at >= 0; at = text.IndexOf(first, at + 1, StringComparison.Ordinal))
            {
                if (WordEdges.AreAt(text, at, at + first.Length))
                {
                    return new LocatedQuote(passage, passage.Normal.Origin(at, at + first.Length), IsRepaired: false);
                }
            }
        }

        return null;
    }

    // A quote may begin a sentence, or go on in one, where the article does otherwise.
    private static IEnumerable<string> Firsts(string words) =>
        char.IsUpper(words[0]) ? [words, char.ToLowerInvariant(words[0]) + words[1..]] : [words, char.ToUpperInvariant(words[0]) + words[1..]];

    private static bool IsEvidence(LocatedQuote quote) =>
        quote.Passage.Sentences.Any(sentence => sentence.Span.Overlaps(quote.Span)) && OutputText.IsPlain(quote.Text) && !quote.Text.AsSpan().ContainsAny(InnerMarks)
        && Covered(quote);

    // What stands between two sentences that are evidence may be one that is not.
    private static bool Covered(LocatedQuote quote)
    {
        var at = quote.Span.Start;
        foreach (var sentence in quote.Passage.Sentences.Where(sentence => sentence.Span.Overlaps(quote.Span)))
        {
            if (!string.IsNullOrWhiteSpace(quote.Passage.Source.Text[at..Math.Max(at, sentence.Span.Start)]))
            {
                return false;
            }

            at = Math.Max(at, sentence.Span.End);
        }

        return at >= quote.Span.End;
    }
}

/// <summary>Tells whether a stretch of text begins and ends with whole words and numbers.</summary>
internal static class WordEdges
{
    public static bool AreAt(string text, int start, int end) => !Joins(text, start) && !Joins(text, end);

    // Between letters or digits, in "can't", "non-combat", "10,000" and "2.5".
    private static bool Joins(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return false;
        }

        var (before, after) = (text[at - 1], text[at]);
        return (IsWord(before) && IsWord(after))
            || (IsWord(before) && after is '\'' or '-' or '’' && at + 1 < text.Length && IsWord(text[at + 1]))
            || (before is '\'' or '-' or '’' && IsWord(after) && at > 1 && IsWord(text[at - 2]))
            || (char.IsDigit(before) && after is ',' or '.' && at + 1 < text.Length && char.IsDigit(text[at + 1]))
            || (before is ',' or '.' && char.IsDigit(after) && at > 1 && char.IsDigit(text[at - 2]));
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);
}
