using BriefingBot.Claims;

namespace BriefingBot.Answers.Verification;

/// <summary>What a sentence says in words of its own, its evidence says too.</summary>
internal static class SupportRule
{
    // One word in so many may be the model's own.
    private const int WordsPerOwnWord = 5;
    private const int MostOwnWords = 3;
    private const int ShortestAltered = 5;
    private const int LongestWord = 28;

    /// <returns>The words that break the rule; null if none does.</returns>
    public static string? Fault(DraftText draft, Alignment alignment)
    {
        List<string> own = [];
        var content = 0;
        foreach (var token in draft.ProseTokens)
        {
            var lower = draft.Text[token.Span.Start..token.Span.End].ToLowerInvariant();
            var isKnown = IsIn(token.Term, lower, alignment);
            if (DraftWords.IsStrict(lower) && !isKnown)
            {
                return lower;
            }

            if (token.IsStopWord || DraftWords.IsFraming(lower) || lower.Any(char.IsDigit))
            {
                continue;
            }

            content++;
            if (isKnown || alignment.Passages.Any(passage => passage.HeaderTerms.Contains(token.Term)) || NumberReader.Read([new Word(default, lower, false)]).Count > 0)
            {
                continue;
            }

            if (lower.Length > LongestWord || IsAltered(lower, alignment))
            {
                return lower;
            }

            own.Add(lower);
        }

        return own.Count > Math.Min(MostOwnWords, content / WordsPerOwnWord) ? string.Join(", ", own) : null;
    }

    private static bool IsIn(string term, string lower, Alignment alignment) => alignment.Context.Any(sentence =>
        sentence.Terms.Contains(term) || sentence.Lowers.Contains(lower) || Synonyms.Of(term).Any(sentence.Terms.Contains));

    /// <summary>Whether the word is one of the evidence with a letter changed.</summary>
    private static bool IsAltered(string lower, Alignment alignment) =>
        lower.Length >= ShortestAltered && alignment.Context.Any(sentence => sentence.Lowers.Any(other => other.Length >= ShortestAltered - 1 && other != lower && IsOneEditAway(lower, other)));

    private static bool IsOneEditAway(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var same = one.AsSpan().CommonPrefixLength(other);
        var rest = one.AsSpan(same);
        var otherRest = other.AsSpan(same);
        return rest.Length == otherRest.Length
            ? rest.Length <= 1 || rest[1..].SequenceEqual(otherRest[1..]) || (rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..].SequenceEqual(otherRest[2..]))
            : rest.Length > otherRest.Length ? rest[1..].SequenceEqual(otherRest) : rest.SequenceEqual(otherRest[1..]);
    }
}
