using BriefingBot.Answers.Drafts;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers.Verification;

/// <summary>Every name stands in the cited passages or beside them, put together as there.</summary>
internal static class NameRule
{
    // "Captain Holm" of "Captain Petra Holm".
    private const int MostWordsBetween = 2;

    private const double LeastOfAWhole = 0.6;

    /// <returns>The first word that breaks the rule; null if none does.</returns>
    public static string? Fault(DraftText draft, Alignment alignment)
    {
        var (prose, passages) = (draft.Prose, alignment.Passages);
        var (named, speaking, before) = (alignment.Named(), alignment.Speaking(), alignment.Before());
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

            // Each time it stands in the evidence it may be named once; whoever is only meant, as the one who says it or in place of a pronoun.
            if (WordParts.Of(word.Lower).Any(part => !Takes(named, part) && (named.ContainsKey(part) || !Takes(speaking.Count > 0 && FactQuestion.Plain(word.Lower) == word.Lower && IsOfSpeaker(draft, i) ? speaking : before, part))) || (IsStopWord(word.Lower) && !isFirst && !StartsName(prose, i)))
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

    private static bool Takes(Dictionary<string, int> left, string part) => left.TryGetValue(part, out var times) && (left[part] = times - 1) >= 0;

    // "The Meridian Post" in the middle of a sentence, but not "signed in The channel".
    private static bool StartsName(List<Word> prose, int i) => i + 1 < prose.Count && prose[i + 1].IsCapitalised;

    /// <summary>Whether the name stands first, or right beside a word by which somebody is quoted.</summary>
    private static bool IsOfSpeaker(DraftText draft, int at)
    {
        var prose = draft.Prose;
        var (first, last) = (at, at);
        while (first > 0 && prose[first - 1].IsCapitalised && !IsStopWord(prose[first - 1].Lower))
        {
            first--;
        }

        while (last + 1 < prose.Count && prose[last + 1].IsCapitalised)
        {
            last++;
        }

        first -= first > 0 && prose[first - 1].Lower == "the" ? 1 : 0;
        return draft.StartsSentence(prose[first])
            || (first > 0 && Tone.IsSaying(prose, first - 1))
            || (first > 1 && prose[first - 1].Lower == "to" && prose[first - 2].Lower == "according")
            || (last + 1 < prose.Count && Tone.IsSaying(prose, last + 1))
            || (last + 2 < prose.Count && prose[last + 1].Lower is "also" or "has" or "had" or "later" or "then" or "himself" or "herself" && Tone.IsSaying(prose, last + 2));
    }

    /// <summary>Whether a sentence taken over nearly whole has another name in the place of its own.</summary>
    public static bool IsExchanged(DraftText draft, Alignment alignment)
    {
        var source = alignment.Sentences[0];
        var content = source.Parts.SelectMany(part => part.Terms).ToHashSet(StringComparer.Ordinal);
        if (draft.Quotes.Count > 0 || content.Count(draft.Terms.Contains) < LeastOfAWhole * content.Count)
        {
            return false;
        }

        var own = draft.All.SelectMany(word => WordParts.Of(word.Lower)).ToHashSet(StringComparer.Ordinal);
        return source.Words.Skip(1).Any(word => word.IsCapitalised && !IsStopWord(word.Lower) && !WordParts.Of(word.Lower).All(own.Contains))
            && draft.Prose.Index().Any(word => word.Item.IsCapitalised && !draft.StartsSentence(word.Item) && !IsStopWord(word.Item.Lower) && !IsOfSpeaker(draft, word.Index)
                && WordParts.Of(word.Item.Lower).Any(part => !source.Lowers.Contains(part)));
    }

    // "iPhone" and "al-Assad" too.
    private static bool HasCapital(string text, Word word) => text.AsSpan(word.Span.Start, word.Span.Length).ContainsAnyInRange('A', 'Z') || word.IsCapitalised;

    private static bool IsCommon(string lower) =>
        DraftWords.IsStarter(lower) || DraftWords.IsFraming(lower) || NumberReader.Read([new Word(default, lower, false)]).Count > 0 || IsStopWord(lower);

    internal static bool IsStopWord(string lower)
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
