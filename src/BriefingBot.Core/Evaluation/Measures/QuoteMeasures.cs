namespace BriefingBot.Evaluation;

/// <summary>Whether the quotes are the articles' words, the right ones and by whom they should be, and whether the text keeps to them.</summary>
internal static class QuoteMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new ShareMeasure("quoteExactness", "Quotes word for word", "Citations whose quote is what their article, read anew from the corpus, has at their span, of all citations.",
            (_, run) => new Share(run.Citations.Count(citation => citation.IsExact), run.Citations.Count)),
        new ShareMeasure("citationPrecision", "Citation precision", "Citations that hold an expected quote or stand within one, of all citations given to cases that expect quotes.", Precision),
        new ShareMeasure("citationRecall", "Citation recall", "Expected quotes that stand in a citation, of all expected quotes.", Recall),
        new ShareMeasure("speakerAccuracy", "Speakers right", "Expected speakers given as the speaker of a citation (for a quote with a speaker: of a citation that holds it), of all expected speakers.", Speakers),
        new ShareMeasure("sentenceSupport", "Sentences supported", "Sentences of the text whose words stand in the quotes they are marked with, of all sentences.",
            (_, run) => new Share(run.Sentences.Count(sentence => sentence.IsSupported), run.Sentences.Count)),
        new ShareMeasure("overFirm", "Firmer than the source", "Sentences of the text that are firmer than the quotes they are marked with, of all sentences.",
            (_, run) => new Share(run.Sentences.Count(sentence => sentence.IsOverFirm), run.Sentences.Count), HigherIsBetter: false),
    ];

    private static Share Precision(TurnResult turn, Given run)
    {
        var quotes = turn.Turn.Expected.Quotes;
        return quotes.Count == 0 ? Share.None
            : new Share(run.Citations.Count(citation => quotes.Any(quote => Wording.Holds(citation.Quote, quote.Text) || Wording.Holds(quote.Text, citation.Quote))), run.Citations.Count);
    }

    private static Share Recall(TurnResult turn, Given run) =>
        new(turn.Turn.Expected.Quotes.Count(quote => run.Citations.Any(citation => Wording.Holds(citation.Quote, quote.Text))), turn.Turn.Expected.Quotes.Count);

    private static Share Speakers(TurnResult turn, Given run)
    {
        var expected = turn.Turn.Expected;
        var ofQuotes = expected.Quotes.Where(quote => quote.Speaker is not null).ToList();
        return new Share(
            expected.Speakers.Count(speaker => run.Citations.Any(citation => Wording.IsSpeaker(citation.Speaker, speaker)))
                + ofQuotes.Count(quote => run.Citations.Any(citation => Wording.Holds(citation.Quote, quote.Text) && Wording.IsSpeaker(citation.Speaker, quote.Speaker!))),
            expected.Speakers.Count + ofQuotes.Count);
    }
}
