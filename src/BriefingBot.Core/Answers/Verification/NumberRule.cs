using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Answers.Verification;

/// <summary>Every number stands in the sentences that a draft sentence rests on, every date in its passages.</summary>
internal static class NumberRule
{
    // "July 2, 2024": a mark between.
    private const int ReachOfMonthInWords = 3;

    /// <returns>The first number or date that breaks the rule; null if none does.</returns>
    public static string? Fault(DraftText draft, Alignment alignment)
    {
        List<DateMention> dates = [.. alignment.Sentences.SelectMany(sentence => sentence.Dates), .. Published(draft, alignment)];
        var year = alignment.Passages.Select(passage => passage.Published?.Year).FirstOrDefault(known => known is not null);
        foreach (var date in DateReader.Read(draft.Prose))
        {
            if (!dates.Exists(known => date.IsIn(known, year)))
            {
                return "a date";
            }
        }

        foreach (var number in NumberReader.Read(draft.Prose))
        {
            if (!alignment.Sentences.Any(sentence => sentence.Numbers.Contains(number.Value)) && !IsOfADate(draft, number, dates, year))
            {
                return draft.Text[draft.Prose[number.First].Span.Start..draft.Prose[number.Last].Span.End];
            }
        }

        return draft.Prose.Find(word => word.Lower == "one" && !alignment.Passages.Any(passage => passage.HasWord("one") || passage.HasWord("single") || passage.HasWord("1"))).Lower;
    }

    // The day of publication is when an outlet reported something, not when it happened.
    private static IEnumerable<DateMention> Published(DraftText draft, Alignment alignment) => alignment.Passages
        .Where(passage => passage.Source.Provenance.Outlet is { } outlet && Words.Of(outlet, new TextSpan(0, outlet.Length)).TrueForAll(word => draft.Prose.Exists(own => own.Lower == word.Lower)))
        .Select(passage => passage.Published).OfType<DateOnly>().Select(day => new DateMention(day.Day, day.Month, day.Year));

    private static bool IsOfADate(DraftText draft, NumberMention number, List<DateMention> dates, int? year) =>
        IsBesideAMonth(draft, number) && dates.Exists(date => number.Value == (date.Year ?? year) || number.Value == date.Day);

    private static bool IsBesideAMonth(DraftText draft, NumberMention number) =>
        Enumerable.Range(number.First - ReachOfMonthInWords, (2 * ReachOfMonthInWords) + 1).Any(i => i >= 0 && i < draft.Prose.Count && DraftWords.Month(draft.Prose[i].Lower) > 0);
}
