using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>What an answer says of the articles it quotes: that one was corrected, that one replaces an earlier version.</summary>
internal static class Footnotes
{
    /// <param name="quoted">All citations of the answer before.</param>
    public static IEnumerable<SentenceWritten> Of(Evidence evidence, IReadOnlyList<Citation> quoted)
    {
        var sources = quoted.Select(citation => citation.Quote.Source).Distinct().ToList();
        var number = quoted.Count;
        foreach (var correction in sources.SelectMany(evidence.CorrectionsOf).Where(correction => !quoted.Any(citation => IsQuotedIn(citation, correction))))
        {
            var citation = new Citation(++number, new Quote(correction.Article, correction.Span), null, Stance.Unrelated, null);
            var on = correction.Date is { } day ? $" on {day:yyyy-MM-dd}" : "";
            yield return new SentenceWritten($" Corrected{on}: {ExtractiveWriter.Marked(citation.Quote.Text)} [{number}]", [citation]);
        }

        foreach (var citation in quoted.DistinctBy(citation => citation.Quote.Source))
        {
            if (evidence.Before(citation.Quote.Source) is { } before)
            {
                yield return new SentenceWritten($" [{citation.Number}] is the version of {citation.Quote.Source.Provenance.Published:yyyy-MM-dd}; that of {before.Provenance.Published:yyyy-MM-dd} no longer counts.", []);
            }
        }
    }

    private static bool IsQuotedIn(Citation citation, Correction correction) =>
        citation.Quote.Source == correction.Article && citation.Quote.Span.Overlaps(correction.Span);
}
