using BriefingBot.Answers.Drafts;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers.Verification;

/// <summary>Every name stands in the cited passages or beside them, put together as there.</summary>
internal static class NameRule
{
    // "Captain Holm" of "Captain Petra Holm".
    private const int MostWordsBetween = 2;

    /// <returns>The first word that breaks the rule; null if none does.</returns>
    public static string? Fault(DraftText draft, IReadOnlyList<PromptPassage> passages)
    {
        var prose = draft.Prose;
        for (var i = 0; i < prose.Count; i++)
        {
            var word = prose[i];
            if (word.IsMark || !HasCapital(draft.Text, word) || word.Lower == "i")
            {
                continue;
            }

            var isFirst = draft.StartsSentence(word);
            if (isFirst && IsCommon(word.Lower))
            {
                continue;
            }

            if (WordParts.Of(word.Lower).Any(part => !passages.Any(passage => passage.HasWord(part))))
            {
                return draft.Text[word.Span.Start..word.Span.End];
            }

            if (i > 0 && prose[i - 1].IsCapitalised && prose[i - 1].Span.End + 1 == word.Span.Start && !(draft.StartsSentence(prose[i - 1]) && IsCommon(prose[i - 1].Lower)) && AreParted(prose[i - 1], word, passages))
            {
                return draft.Text[prose[i - 1].Span.Start..word.Span.End];
            }
        }

        return null;
    }

    // "iPhone" and "al-Assad" too.
    private static bool HasCapital(string text, Word word) => text.AsSpan(word.Span.Start, word.Span.Length).ContainsAnyInRange('A', 'Z') || word.IsCapitalised;

    private static bool IsCommon(string lower) =>
        DraftWords.IsStarter(lower) || DraftWords.IsFraming(lower) || NumberReader.Read([new Word(default, lower, false)]).Count > 0 || IsStopWord(lower);

    private static bool IsStopWord(string lower)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(lower, new Articles.TextSpan(0, lower.Length), tokens);
        return tokens.TrueForAll(token => token.IsStopWord);
    }

    /// <summary>Whether both words are capitalised in the passages, and nowhere one after the other: "Mark Austin" of Mark Rutte and Lloyd Austin.</summary>
    private static bool AreParted(Word first, Word second, IReadOnlyList<PromptPassage> passages)
    {
        var (one, other) = (FactQuestion.Plain(first.Lower), FactQuestion.Plain(second.Lower));
        bool hasOne = false, hasOther = false;
        foreach (var words in passages.SelectMany(passage => passage.Sentences.Select(sentence => sentence.Words).Append(passage.Header)))
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (!words[i].IsCapitalised)
                {
                    continue;
                }

                var plain = FactQuestion.Plain(words[i].Lower);
                hasOne |= plain == one;
                hasOther |= plain == other;
                if (plain == one && words.Skip(i + 1).Take(MostWordsBetween + 1).Any(next => FactQuestion.Plain(next.Lower) == other))
                {
                    return false;
                }
            }
        }

        return hasOne && hasOther;
    }
}
