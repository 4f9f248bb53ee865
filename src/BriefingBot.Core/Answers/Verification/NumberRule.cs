namespace BriefingBot.Answers.Verification;

/// <summary>Every number stands in the sentences that a draft sentence rests on, every date in its passages.</summary>
internal static class NumberRule
{
    /// <returns>The first number or date that breaks the rule; null if none does.</returns>
    public static string? Fault(DraftText draft, Alignment alignment)
    {
        foreach (var date in DateReader.Read(draft.Prose))
        {
            if (!alignment.Passages.Any(passage => passage.Dates.Any(known => date.IsIn(known, passage.Published?.Year))))
            {
                return "a date";
            }
        }

        foreach (var number in NumberReader.Read(draft.Prose))
        {
            if (!alignment.Context.Any(sentence => sentence.Numbers.Contains(number.Value)) && !IsOfADate(draft, number, alignment))
            {
                return draft.Text[draft.Prose[number.First].Span.Start..draft.Prose[number.Last].Span.End];
            }
        }

        return draft.Prose.Find(word => word.Lower == "one" && !alignment.Passages.Any(passage => passage.HasWord("one") || passage.HasWord("single") || passage.HasWord("1"))).Lower;
    }

    // The day of publication stands beside the passage.
    private static bool IsOfADate(DraftText draft, NumberMention number, Alignment alignment) =>
        alignment.Passages.Any(passage => passage.Dates.Any(date => number.Value == date.Year || (number.Value == date.Day && IsBesideAMonth(draft, number))));

    private static bool IsBesideAMonth(DraftText draft, NumberMention number) =>
        (number.First > 0 && DraftWords.Month(draft.Prose[number.First - 1].Lower) > 0)
        || (number.Last + 1 < draft.Prose.Count && DraftWords.Month(draft.Prose[number.Last + 1].Lower) > 0);
}
