using System.Collections.Frozen;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Finds the names of a sentence, and its runs of content words.</summary>
internal static class WordsFinder
{
    private const int LongestNameInWords = 6;
    private const int LongestPhraseInWords = 4;

    private static readonly FrozenSet<string> Links = FrozenSet.Create("of", "de", "da", "do", "del", "la", "le", "van", "von", "der", "al", "bin", "the", "&", ".", "-");

    /// <summary>The capitalised words from here on, small words between them, of a place what follows a comma too.</summary>
    /// <returns>How many words it takes; 0 if no name starts here.</returns>
    public static int Name(ValueQuestion question, List<Word> words, int i, out WordsValue? name)
    {
        name = null;
        if (!IsPart(question, words, i))
        {
            return 0;
        }

        var end = i + 1;
        for (var next = end; next < words.Count && next - i < LongestNameInWords; next++)
        {
            if (IsPart(question, words, next))
            {
                end = next + 1;
            }
            else if (!(Links.Contains(words[next].Lower) || (words[next].Lower == "," && question.Kind == ValueKind.Place)))
            {
                break;
            }
        }

        name = Of(words, i, end, question.IsPerson ? WordsMatch.LastWord : question.Kind == ValueKind.Phrase ? WordsMatch.AnyWord : WordsMatch.Whole);
        return name is null ? 0 : end - i;
    }

    /// <summary>The content words from here on.</summary>
    public static int Phrase(ValueQuestion question, List<Word> words, int i, out WordsValue? phrase)
    {
        var end = i;
        while (end < words.Count && end - i < LongestPhraseInWords && IsContent(question, words[end]))
        {
            end++;
        }

        phrase = end > i ? Of(words, i, end, WordsMatch.AnyWord) : null;
        return end - i;
    }

    private static WordsValue? Of(List<Word> words, int start, int end, WordsMatch match)
    {
        string[] own = [.. words.Skip(start).Take(end - start).Where(word => !word.IsMark && !IsStopWord(word.Lower)).Select(word => Sayings.Stem(FactQuestion.Plain(word.Lower)))];
        return own.Length > 0 ? new WordsValue(words[start].Span.Union(words[end - 1].Span), own, match) : null;
    }

    private static bool IsPart(ValueQuestion question, List<Word> words, int i) =>
        words[i].IsCapitalised && IsContent(question, words[i]) && !DateFinder.IsMonth(words[i].Lower)
        && !(question.IsPerson && Aliases.Read([Sayings.Stem(words[i].Lower)]) is [{ Kind: "demonym" }, ..]);

    private static bool IsContent(ValueQuestion question, Word word) => !word.IsMark && !question.Has(word.Lower) && !IsStopWord(word.Lower);

    private static bool IsStopWord(string lower)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(lower, new TextSpan(0, lower.Length), tokens);
        return tokens.Count == 0 || tokens.TrueForAll(token => token.IsStopWord);
    }
}
