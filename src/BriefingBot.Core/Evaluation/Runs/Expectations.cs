namespace BriefingBot.Evaluation;

/// <summary>Holds an answer against what a person says is right.</summary>
internal static class Expectations
{
    /// <returns>What is not as expected, in words; none for an answer that passes.</returns>
    public static IEnumerable<string> Missed(Expected expected, Given given) =>
        [.. Status(expected, given), .. Quotes(expected, given), .. Sources(expected, given), .. Words(expected, given)];

    private static IEnumerable<string> Status(Expected expected, Given given)
    {
        if (expected.Status is { } status && given.Status != status)
        {
            yield return $"status is {AnswerStatuses.Word(given.Status!.Value)}, not {AnswerStatuses.Word(status)}";
        }
        else if (expected.NotInCorpus is { } isAbsent && isAbsent != (given.Status == AnswerStatus.NotInCorpus))
        {
            yield return isAbsent ? "it is answered, though the corpus does not" : "it is not answered, though the corpus does";
        }
    }

    private static IEnumerable<string> Quotes(Expected expected, Given given)
    {
        foreach (var quote in expected.Quotes)
        {
            var citations = given.Citations.Where(citation => Wording.Holds(citation.Quote, quote.Text)).ToList();
            if (citations.Count == 0)
            {
                yield return $"no citation has “{quote.Text}”";
            }
            else if (quote.Speaker is { } speaker && !citations.Exists(citation => Wording.IsSpeaker(citation.Speaker, speaker)))
            {
                yield return $"“{quote.Text}” is given to {citations[0].Speaker ?? "nobody"}, not to {speaker}";
            }
        }
    }

    private static IEnumerable<string> Sources(Expected expected, Given given)
    {
        if (expected.Sources.Count > 0 && !given.Citations.Any(citation => expected.Sources.Contains(citation.ArticleId, StringComparer.Ordinal)))
        {
            yield return $"{string.Join(" or ", expected.Sources)} is not cited";
        }

        foreach (var speaker in expected.Speakers.Where(speaker => !given.Citations.Any(citation => Wording.IsSpeaker(citation.Speaker, speaker))))
        {
            yield return $"no citation is given to {speaker}";
        }
    }

    private static IEnumerable<string> Words(Expected expected, Given given) =>
        [
            .. expected.MustSay.Where(words => !Wording.Says(given.Text, words)).Select(words => $"it does not say “{words}”"),
            .. expected.MustNotSay.Where(words => Wording.Says(given.Text, words)).Select(words => $"it says “{words}”"),
        ];
}
